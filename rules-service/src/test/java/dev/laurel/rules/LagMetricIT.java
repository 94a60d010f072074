package dev.laurel.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the alert {@code LaurelRulesBehind} asks for, as Prometheus reads it. */
class LagMetricIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private static Path stateDir;

    @Test
    void evaluationSaysHowFarItIsBehindTheEvents() {
        try (RunningService service = RunningService.start(stateDir)) {
            service.api()
                    .publish(
                            "lag",
                            """
                            program: lag
                            timeZone: Europe/London
                            wallets: [ { id: stars } ]
                            events: { visit: {} }
                            """);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(lags(service))
                                    .isNotEmpty()
                                    .allSatisfy(line ->
                                            assertThat(line)
                                                    .contains("application=\"rules-service\"")
                                                    .containsPattern(
                                                            "client_id=\"[^\"]*consumer\"")));
        }
    }

    private static List<String> lags(RunningService service) {
        return service.api()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag_max{"))
                .filter(line -> line.contains("topic=\"laurel.events\""))
                .toList();
    }
}
