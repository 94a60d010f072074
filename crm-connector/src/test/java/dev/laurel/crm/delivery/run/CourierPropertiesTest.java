package dev.laurel.crm.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.crm.delivery.Rhythm;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CourierPropertiesTest {

    @Test
    void hasDefaults() {
        // When
        CourierProperties properties = bound(Map.of());

        // Then
        assertThat(properties.period()).isEqualTo(Duration.ofMillis(500));
        assertThat(properties.lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.rhythm())
                .isEqualTo(
                        new Rhythm(
                                Duration.ofSeconds(1),
                                Duration.ofMillis(300),
                                Duration.ofMillis(500),
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(1)));
    }

    @Test
    void takesWhatIsSaid() {
        // When
        CourierProperties properties = bound(Map.of("laurel.crm.couriers.linger", "3s"));

        // Then
        assertThat(properties.rhythm().linger()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void refusesTimesOfNothing() {
        assertThatThrownBy(() -> bound(Map.of("laurel.crm.couriers.first-retry", "0s")))
                .rootCause()
                .hasMessage(
                        "Expected laurel.crm.couriers.first-retry above zero, but it was PT0S.");
    }

    @Test
    void callsEndBeforeTheLeaseCan() {
        // When
        Tenure usual = Tenure.of(Duration.ofSeconds(30), Duration.ofSeconds(15));

        // Then
        assertThat(usual.usable()).isEqualTo(Duration.ofSeconds(14));
        assertThat(usual.renewal()).isEqualTo(Duration.ofSeconds(4));
        assertThatThrownBy(() -> Tenure.of(Duration.ofSeconds(16), Duration.ofSeconds(15)))
                .hasMessage(
                        "Expected laurel.crm.couriers.lease of at least PT17S, but it was PT16S.");
    }

    private static CourierProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.crm.couriers", Bindable.of(CourierProperties.class));
    }
}
