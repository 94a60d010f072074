package dev.laurel.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.gateway.Caller;
import dev.laurel.gateway.RunningGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every operation that a service's document promises is the service's behind the gateway, too. */
@RunningGateway
class DocumentedRoutesIT {

    private static final Path DOCUMENTS = Path.of("..", "contracts", "openapi");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final Caller caller;

    @Autowired
    DocumentedRoutesIT(Caller caller) {
        this.caller = caller;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void leadToTheirService(String service, String method, String path) {
        // When
        HttpResponse<String> response = caller.send(method, path, BodyPublishers.noBody());

        // Then
        if (service.equals("crm-connector")) {
            // Which is down here.
            assertThat(caller.problem(response, 503, "service-down").get("detail").asString())
                    .contains(service);
        } else {
            JsonNode asked = caller.json(response, 200);
            assertThat(asked.get("service").asString()).isEqualTo(service);
        }
    }

    static Stream<Arguments> operations() {
        return Stream.of(
                        "rules-service",
                        "scoring-service",
                        "badge-service",
                        "member-service",
                        "leaderboard-service",
                        "crm-connector")
                .flatMap(DocumentedRoutesIT::operations);
    }

    private static Stream<Arguments> operations(String service) {
        JsonNode paths =
                new YAMLMapper().readTree(DOCUMENTS.resolve(service + ".yaml")).path("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(path ->
                        path.getValue().propertyNames().stream()
                                .filter(METHODS::contains)
                                .map(method ->
                                        Arguments.of(
                                                service,
                                                method.toUpperCase(Locale.ROOT),
                                                path.getKey().replaceAll("\\{[^}]*}", "x"))));
    }
}
