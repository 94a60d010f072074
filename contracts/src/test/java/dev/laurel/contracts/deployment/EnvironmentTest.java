package dev.laurel.contracts.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One set of variables in every way of running. */
class EnvironmentTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(LAUREL_[A-Z_]+)` \\| ([^|]+) \\| `([^|`]*)` \\|");
    private static final Pattern NAME = Pattern.compile("LAUREL_[A-Z]+(?:_[A-Z]+)*");

    private static final String TABLE = "docs/operations/containers.md";
    private static final List<String> FILES =
            List.of("docker-compose.yml", ".env.example", "Containerfile", TABLE);

    /** For {@code docker compose} itself: the services don't see them. */
    private static final Set<String> OF_COMPOSE =
            Set.of("LAUREL_PORT", "LAUREL_PORT_2", "LAUREL_GRAFANA_PORT", "LAUREL_VERSION");

    @Test
    void theDocumentedTableIsWhatTheServicesTake() {
        assertThat(documented()).isEqualTo(Variable.configured());
    }

    @Test
    void partitionsAreTheContractsUnlessSaidOtherwise() {
        assertThat(Variable.configured().get("LAUREL_TOPICS_PARTITIONS"))
                .extracting(Variable::fallback)
                .isEqualTo(String.valueOf(Topics.DEFAULT_PARTITIONS));
    }

    @Test
    void nobodyNamesAVariableThatNoServiceTakes() {
        // Given
        Set<String> known = new TreeSet<>(Variable.configured().keySet());
        known.addAll(OF_COMPOSE);

        // Then
        for (String file : FILES) {
            assertThat(names(Repository.text(file))).as(file).isSubsetOf(known);
        }
        assertThat(Repository.files("k8s"))
                .allSatisfy(file -> assertThat(names(file)).isSubsetOf(known));
    }

    @ParameterizedTest
    @FieldSource("dev.laurel.contracts.deployment.Repository#SERVICES")
    void composeGivesAServiceWhatItTakesAndNothingElse(String service) {
        // Given
        Set<String> taken = new TreeSet<>();
        Variable.configured()
                .forEach((name, variable) -> {
                    if (variable.services().contains(service) && !isTuning(name)) {
                        taken.add(name);
                    }
                });

        // Then
        assertThat(Compose.read().service(service).environment()).containsOnlyKeys(taken);
    }

    @Test
    void kubernetesGivesEveryAddressAndSecret() {
        // Given
        Set<String> given = new TreeSet<>();
        Repository.files("k8s").forEach(file -> given.addAll(names(file)));

        // Then
        assertThat(Variable.configured().keySet())
                .filteredOn(name -> !isTuning(name))
                .containsExactlyInAnyOrderElementsOf(given);
    }

    /** Sizes, for which what is built in will do, and what is of use on one's own machine only. */
    private static boolean isTuning(String name) {
        return name.endsWith("_CONCURRENCY")
                || name.endsWith("_THREADS")
                || name.equals("LAUREL_TRACING_FOLDER");
    }

    private static Map<String, Variable> documented() {
        Map<String, Variable> all = new TreeMap<>();
        var rows = ROW.matcher(Repository.text(TABLE));
        while (rows.find()) {
            all.put(rows.group(1), new Variable(rows.group(3), services(rows.group(2).strip())));
        }
        return all;
    }

    private static Set<String> services(String cell) {
        Set<String> services = new TreeSet<>(Repository.SERVICES);
        switch (cell) {
            case "every service" -> {}
            case "all but `gateway`" -> services.remove("gateway");
            default -> services.retainAll(Set.of(cell.replace("`", "").split(", ")));
        }
        return services;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    private static Set<String> names(Path file) {
        return names(Repository.text(file));
    }
}
