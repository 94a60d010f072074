package dev.laurel.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private final Report report =
            new Report(
                    new Machine(2, "Some Processor", 24L << 30, "Linux amd64", "Some JDK 25"),
                    Map.of("Events per run", "10"),
                    List.of(
                            new Figure(
                                    "HTTP to committed ledger rows",
                                    5_000,
                                    "events/s",
                                    List.of(new Figure.Limit("produce and consume", 50_000))),
                            Figure.of("Start-up", 12.34, "s")));

    @Test
    void putsEveryFigureBesideItsLimit() {
        assertThat(Table.of(report))
                .contains("Machine: 2 cores (Some Processor), 24 GiB, Linux amd64, Some JDK 25")
                .contains("Events per run: 10")
                .containsPattern(
                        "HTTP to committed ledger rows +5,000 events/s +50,000 events/s +10 % +produce and consume")
                .containsPattern("Start-up +12.3 s\n");
    }

    @Test
    void writesRatiosForPrograms() {
        // When
        JsonNode root = JsonMapper.shared().readTree(Json.of(report));

        // Then
        assertThat(root.at("/machine/processors").intValue()).isEqualTo(2);
        assertThat(root.at("/figures/0/value").doubleValue()).isEqualTo(5_000);
        assertThat(root.at("/figures/0/limits/0/ratio").doubleValue()).isEqualTo(0.1);
        assertThat(root.at("/figures/1/limits").size()).isZero();
    }
}
