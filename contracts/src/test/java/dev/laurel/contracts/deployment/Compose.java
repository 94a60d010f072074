package dev.laurel.contracts.deployment;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the tests look at in {@code docker-compose.yml}.
 *
 * @param services by name
 * @param volumes names of those that are kept
 */
record Compose(Map<String, Service> services, Map<String, Object> volumes) {

    record Service(
            Map<String, String> environment,
            List<String> ports,
            List<String> volumes,
            Map<String, Map<String, String>> dependsOn,
            Map<String, Object> healthcheck,
            boolean readOnly,
            List<String> profiles,
            Object networks) {}

    static Compose read() {
        Object document =
                Repository.documents(Repository.text("docker-compose.yml"))
                        .findFirst()
                        .orElseThrow();
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .convertValue(document, Compose.class);
    }

    Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new AssertionError(
                    "Expected the service %s, but there are %s."
                            .formatted(name, services.keySet()));
        }
        return service;
    }
}
