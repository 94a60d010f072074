package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoreListTest {

    private final List<String> steps = new ArrayList<>();

    @Test
    void thoseAsUrgentTakeTurns() {
        // Given
        ChoreList chores =
                new ChoreList(
                        List.of(
                                chore("a", Lane.BULK),
                                chore("b", Lane.BULK),
                                chore("c", Lane.BULK)));

        // When
        for (int step = 0; step < 6; step++) {
            chores.step(chores.due(Instant.EPOCH).orElseThrow());
        }

        // Then
        assertThat(steps).containsExactly("a", "b", "c", "a", "b", "c");
    }

    @Test
    void theMostUrgentGoesFirstWhoeverWasLast() {
        // Given
        ChoreList chores =
                new ChoreList(List.of(chore("bulk", Lane.BULK), chore("routine", Lane.ROUTINE)));

        // When
        for (int step = 0; step < 2; step++) {
            chores.step(chores.due(Instant.EPOCH).orElseThrow());
        }

        // Then
        assertThat(steps).containsExactly("routine", "routine");
    }

    @Test
    void nothingIsDueWhereNoneIs() {
        assertThat(new ChoreList(List.of(Chore.NONE, Chore.NONE)).due(Instant.EPOCH)).isEmpty();
    }

    private Chore chore(String name, Lane lane) {
        return new Chore() {
            @Override
            public Optional<Lane> due(Instant now) {
                return Optional.of(lane);
            }

            @Override
            public void step(Lane its) {
                steps.add(name);
            }
        };
    }
}
