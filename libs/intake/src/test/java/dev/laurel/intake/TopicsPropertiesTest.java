package dev.laurel.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TopicsPropertiesTest {

    @Test
    void hasDefaults() {
        // When
        TopicsProperties properties = bind(Map.of());

        // Then
        assertThat(properties).isEqualTo(new TopicsProperties(12, 1));
    }

    @Test
    void readsItsProperties() {
        // When
        TopicsProperties properties =
                bind(Map.of("laurel.topics.partitions", 3, "laurel.topics.replication", 2));

        // Then
        assertThat(properties).isEqualTo(new TopicsProperties(3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"laurel.topics.partitions", "laurel.topics.replication"})
    void refusesNone(String property) {
        // When
        var binding = assertThatThrownBy(() -> bind(Map.of(property, 0)));

        // Then
        binding.rootCause().hasMessage("Expected %s to be at least 1, but it was 0.", property);
    }

    private static TopicsProperties bind(Map<String, Object> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.topics", TopicsProperties.class);
    }
}
