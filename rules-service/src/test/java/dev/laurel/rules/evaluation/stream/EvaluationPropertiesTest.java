package dev.laurel.rules.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class EvaluationPropertiesTest {

    @Test
    void hasDefaults() {
        // When
        EvaluationProperties properties = bind(Map.of());

        // Then
        assertThat(properties)
                .isEqualTo(
                        new EvaluationProperties(
                                Path.of("data/streams"),
                                2,
                                Duration.ofMillis(100),
                                DataSize.ofMegabytes(64),
                                DataSize.ofMegabytes(24),
                                Duration.ofMinutes(1),
                                Duration.ofSeconds(60),
                                0,
                                Duration.ofSeconds(60),
                                new Advertised("", 0)));
    }

    @Test
    void readsEveryProperty() {
        // When
        EvaluationProperties properties =
                bind(
                        Map.ofEntries(
                                Map.entry("laurel.streams.state-dir", "/var/lib/laurel"),
                                Map.entry("laurel.streams.threads", "4"),
                                Map.entry("laurel.streams.commit-interval", "1s"),
                                Map.entry("laurel.streams.block-cache", "1GB"),
                                Map.entry("laurel.streams.write-buffers", "100MB"),
                                Map.entry("laurel.streams.announce-every", "30s"),
                                Map.entry("laurel.streams.transaction-timeout", "10s"),
                                Map.entry("laurel.streams.standbys", "1"),
                                Map.entry("laurel.streams.patience", "5s"),
                                Map.entry("laurel.streams.advertised.host", "rules-1"),
                                Map.entry("laurel.streams.advertised.port", "8081")));

        // Then
        assertThat(properties)
                .isEqualTo(
                        new EvaluationProperties(
                                Path.of("/var/lib/laurel"),
                                4,
                                Duration.ofSeconds(1),
                                DataSize.ofGigabytes(1),
                                DataSize.ofMegabytes(100),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10),
                                1,
                                Duration.ofSeconds(5),
                                new Advertised("rules-1", 8081)));
    }

    @Test
    void refusesWhatCannotWork() {
        for (Map.Entry<String, String> wrong :
                Map.of(
                                "threads", "0",
                                "commit-interval", "0s",
                                "write-buffers", "64MB",
                                "announce-every", "0s",
                                "transaction-timeout", "16m",
                                "standbys", "-1",
                                "advertised.port", "65536",
                                "patience", "5m")
                        .entrySet()) {
            String name = "laurel.streams." + wrong.getKey();
            assertThatThrownBy(() -> bind(Map.of(name, wrong.getValue())))
                    .isInstanceOf(BindException.class)
                    .rootCause()
                    .hasMessageContaining(name);
        }
    }

    private static EvaluationProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.streams", EvaluationProperties.class);
    }
}
