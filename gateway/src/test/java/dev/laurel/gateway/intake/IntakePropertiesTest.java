package dev.laurel.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class IntakePropertiesTest {

    @Test
    void hasLimitsByDefault() {
        assertThat(bind(Map.of()))
                .isEqualTo(
                        new IntakeProperties(
                                1_000,
                                DataSize.ofKilobytes(256),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(20)));
    }

    @Test
    void readsLimits() {
        assertThat(
                        bind(
                                Map.of(
                                        "laurel.intake.max-events", "10",
                                        "laurel.intake.max-data", "1KB",
                                        "laurel.intake.catch-up", "0s",
                                        "laurel.intake.storing", "1s")))
                .isEqualTo(
                        new IntakeProperties(
                                10, DataSize.ofKilobytes(1), Duration.ZERO, Duration.ofSeconds(1)));
    }

    @Test
    void refusesNotToWaitForTheBroker() {
        assertThatThrownBy(() -> bind(Map.of("laurel.intake.storing", "0s")))
                .rootCause()
                .hasMessageContaining("laurel.intake.storing above 0s");
    }

    private static IntakeProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.intake", IntakeProperties.class);
    }
}
