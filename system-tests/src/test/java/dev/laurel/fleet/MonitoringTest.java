package dev.laurel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringTest {

    @Test
    void everyAlertHasASectionThatSaysWhatToDo() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/alerts.md"));
        assertThat(Monitoring.alerts())
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allSatisfy(alert -> {
                    assertThat(page).containsOnlyOnce("## " + alert + "\n");
                    assertThat(Files.readString(Monitoring.RULES))
                            .contains("alerts.md#" + alert.toLowerCase(Locale.ROOT));
                });
    }

    @Test
    void everyAlertHasATest() throws IOException {
        String tests = Files.readString(Monitoring.RULES.resolveSibling("laurel-alerts.test.yml"));
        assertThat(Monitoring.alerts()).allSatisfy(alert -> assertThat(tests).contains(alert));
    }

    @Test
    void metricsAreWhatIsLeftOfAQuestion() {
        assertThat(
                        Monitoring.metrics(
                                "sum by (program) (rate(a_total{b=\"c d\"}[5m])) / on (x) max(e_f) > 3 and time() - g > 1e3"))
                .containsExactly("a_total", "e_f", "g");
    }

    /** With promtool, which comes with Prometheus. */
    @Nested
    class Promtool {

        @TempDir private Path folder;

        @BeforeAll
        static void isThere() {
            boolean there =
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                            .anyMatch(each -> Files.isExecutable(Path.of(each, "promtool")));
            assumeTrue(
                    there, "promtool is not on the path; Debian has it in the package prometheus");
        }

        @Test
        void findsTheConfigurationAndTheRulesSound() throws Exception {
            passes("check", "config", "prometheus.yml");
        }

        @Test
        void seesEveryAlertFireWhenItHasToAndNotBefore() throws Exception {
            passes("test", "rules", "laurel-alerts.test.yml");
        }

        @Test
        void understandsEveryQuestionOfTheDashboards() throws Exception {
            List<String> questions = Monitoring.questionsOfDashboards();
            assertThat(questions).hasSizeGreaterThan(20);
            List<String> lines = new ArrayList<>(List.of("groups:", "- name: panels", "  rules:"));
            for (int i = 0; i < questions.size(); i++) {
                lines.add("  - record: panel:" + i);
                lines.add("    expr: |-");
                lines.add("      " + questions.get(i));
            }
            Path rules = Files.write(folder.resolve("panels.yml"), lines);
            passes("check", "rules", "--lint=none", rules.toString());
        }

        private void passes(String... arguments) throws IOException, InterruptedException {
            List<String> command = new ArrayList<>(List.of("promtool"));
            command.addAll(List.of(arguments));
            Process process =
                    new ProcessBuilder(command)
                            .directory(Monitoring.FOLDER.resolve("prometheus").toFile())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        }
    }
}
