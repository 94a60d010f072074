package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ByMetricTest {

    private static final ByMetric<String> MECHANICS =
            new ByMetric<>(
                    List.of("spend", "visits", "spend+visits"),
                    mechanic -> Set.of(mechanic.split("\\+")));

    @Test
    void findsEachMechanicOnceInTheOrderOfTheMetrics() {
        assertThat(MECHANICS.over(new LinkedHashSet<>(List.of("visits", "spend"))))
                .containsExactly("visits", "spend+visits", "spend");
    }

    @Test
    void findsNothingOverOtherMetrics() {
        assertThat(MECHANICS.over(Set.of("distance"))).isEmpty();
        assertThat(MECHANICS.over("distance")).isEmpty();
    }
}
