package dev.laurel.contracts.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.json.JsonMapper;

class ComposeTest {

    private static final Pattern FROM_OUTSIDE = Pattern.compile("\\$\\{(\\w+)(:[-?])?([^}]*)}");

    private static final Set<String> PUBLISHED = Set.of("gateway", "gateway-2", "grafana");

    private final Compose compose = Compose.read();

    @Test
    void onlyGatewaysAndDashboardsArePublishedAndOnlyOnThisMachine() {
        compose.services()
                .forEach((name, service) ->
                        assertThat(Objects.requireNonNullElse(service.ports(), List.of()))
                                .as(name)
                                .hasSize(PUBLISHED.contains(name) ? 1 : 0)
                                .allMatch(port -> port.startsWith("127.0.0.1:")));
    }

    /**
     * The Compose Specification's own schema (Apache License 2.0, revision 170098b) with its header
     * as validators want it.
     */
    @Test
    void isAComposeFile() {
        // Given
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(
                                new JsonMapper()
                                        .readTree(
                                                Repository.text(
                                                        Path.of(
                                                                "src/test/resources/deployment/compose-spec.json"))));
        Object document =
                Repository.documents(Repository.text("docker-compose.yml"))
                        .findFirst()
                        .orElseThrow();

        // Then
        assertThat(schema.validate(new JsonMapper().valueToTree(document))).isEmpty();
        assertThat(
                        schema.validate(
                                new JsonMapper()
                                        .readTree("{\"services\": {\"a\": {\"imagine\": \"x\"}}}")))
                .isNotEmpty();
    }

    @Test
    void secondInstancesAnswerToTheNameOfTheFirst() {
        for (String service : List.of("rules-service", "scoring-service", "gateway")) {
            Compose.Service second = compose.service(service + "-2");
            assertThat(second.profiles()).containsExactly("two");
            assertThat(second.environment()).isEqualTo(compose.service(service).environment());
            assertThat(second.networks().toString()).contains("aliases=[" + service + "]");
        }
        assertThat(compose.service("rules-service-2").volumes())
                .doesNotContainAnyElementsOf(compose.service("rules-service").volumes());
    }

    @ParameterizedTest
    @FieldSource("dev.laurel.contracts.deployment.Repository#SERVICES")
    void aServiceWaitsForTheHealthOfWhatItNeeds(String service) {
        // Given
        Map<String, Map<String, String>> needed = compose.service(service).dependsOn();

        // Then
        assertThat(needed).containsKey("kafka").doesNotContainKey(service);
        assertThat(needed.values()).allMatch(how -> "service_healthy".equals(how.get("condition")));
        assertThat(needed.keySet())
                .allSatisfy(each -> assertThat(compose.service(each).healthcheck()).isNotEmpty());
    }

    @ParameterizedTest
    @FieldSource("dev.laurel.contracts.deployment.Repository#SERVICES")
    void aServiceWritesNowhereButWhereItSays(String service) {
        assertThat(compose.service(service).readOnly()).isTrue();
    }

    @Test
    void boardsWaitForAValkeyThatKeepsNothing() {
        // Given
        Compose.Service valkey = compose.service("valkey");

        // Then
        assertThat(compose.service("leaderboard-service").dependsOn())
                .containsEntry("valkey", Map.of("condition", "service_healthy"));
        assertThat(compose.service("leaderboard-service").environment())
                .containsEntry("LAUREL_BOARDS_VALKEY_URL", "redis://valkey:6379");
        assertThat(valkey.healthcheck().values()).anyMatch(it -> it.toString().contains("ping"));
        assertThat(valkey.readOnly()).isTrue();
        assertThat(valkey.volumes()).isNull();
    }

    @Test
    void whatIsKeptIsInNamedVolumes() {
        compose.services().values().stream()
                .flatMap(each ->
                        Objects.requireNonNullElse(each.volumes(), List.<String>of()).stream())
                .forEach(volume ->
                        assertThat(compose.volumes())
                                .containsKey(volume.substring(0, volume.indexOf(':'))));
    }

    @Test
    void aSecretHasNoDefaultAndItsAbsenceIsAnError() {
        FROM_OUTSIDE
                .matcher(Repository.text("docker-compose.yml"))
                .results()
                .filter(found -> found.group(1).endsWith("PASSWORD"))
                .forEach(found -> {
                    assertThat(found.group(2)).isEqualTo(":?");
                    assertThat(found.group(3)).startsWith("Expected ");
                });
        assertThat(Repository.text(".env.example"))
                .containsPattern("(?m)^LAUREL_DATABASE_PASSWORD=$");
    }

    @Test
    void theExampleNamesWhateverComesFromOutside() {
        // Given
        Set<String> taken = new TreeSet<>();
        FROM_OUTSIDE
                .matcher(Repository.text("docker-compose.yml"))
                .results()
                .forEach(found -> taken.add(found.group(1)));
        Set<String> named = new TreeSet<>();
        Repository.text(".env.example")
                .lines()
                .filter(line -> line.matches("\\w+=.*"))
                .forEach(line -> named.add(line.substring(0, line.indexOf('='))));

        // Then
        assertThat(named).isEqualTo(taken);
    }
}
