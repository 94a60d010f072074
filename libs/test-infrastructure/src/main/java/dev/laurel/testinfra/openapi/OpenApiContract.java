package dev.laurel.testinfra.openapi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The operations that an OpenAPI document promises, to be held against those that a service has.
 *
 * <p>With Spring MVC the service's operations are those of its {@code
 * RequestMappingHandlerMapping}:
 *
 * <pre>{@code
 * Set<String> mapped = new TreeSet<>();
 * mapping.getHandlerMethods().keySet().forEach(info ->
 *     info.getMethodsCondition().getMethods().forEach(method ->
 *         info.getPatternValues().forEach(path -> mapped.add(method + " " + path))));
 * OpenApiContract.of("scoring-service").assertSameAs(mapped);
 * }</pre>
 */
public final class OpenApiContract {

    private static final Set<String> PUBLIC = Set.of(" /v1/", " /.well-known/");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final String document;
    private final Map<String, String> promised;

    private OpenApiContract(String document, Map<String, String> promised) {
        this.document = document;
        this.promised = promised;
    }

    /**
     * The document {@code contracts/openapi/<service>.yaml} of this checkout, found from the
     * working directory or one above it.
     *
     * @throws IllegalStateException when there is none
     */
    public static OpenApiContract of(String service) {
        Path name = Path.of("contracts", "openapi", service + ".yaml");
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            if (Files.exists(folder.resolve(name))) {
                return read(folder.resolve(name));
            }
            folder = folder.getParent();
        }
        throw new IllegalStateException(
                "Expected %s in %s or above it, but there is none."
                        .formatted(name, Path.of("").toAbsolutePath()));
    }

    /** A document anywhere. */
    public static OpenApiContract read(Path yaml) {
        JsonNode paths = new YAMLMapper().readTree(yaml).path("paths");
        Map<String, String> promised = new TreeMap<>();
        paths.forEachEntry((path, item) ->
                item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path)
                        .forEach(operation -> promised.put(shape(operation), operation)));
        return new OpenApiContract(String.valueOf(yaml.getFileName()), promised);
    }

    /**
     * Fails unless the service has exactly the promised operations.
     *
     * @param mapped the service's operations, such as {@code GET /v1/programs/{program}}; names of
     *     path variables do not matter, and neither do paths that are not public
     */
    public void assertSameAs(Collection<String> mapped) {
        Map<String, String> found = new TreeMap<>();
        mapped.stream()
                .filter(operation -> PUBLIC.stream().anyMatch(operation::contains))
                .forEach(operation -> found.put(shape(operation), operation));
        String missing = difference(promised, found);
        String surplus = difference(found, promised);
        if (missing != null || surplus != null) {
            throw new AssertionError(
                    "Expected the service to have the operations of %s, but%s%s"
                            .formatted(
                                    document,
                                    missing == null ? "" : "\nit does not have:" + missing,
                                    surplus == null
                                            ? ""
                                            : "\nthe document does not have:" + surplus));
        }
    }

    private static @Nullable String difference(
            Map<String, String> these, Map<String, String> those) {
        StringBuilder lines = new StringBuilder();
        these.forEach((shape, operation) -> {
            if (!those.containsKey(shape)) {
                lines.append("\n  ").append(operation);
            }
        });
        return lines.isEmpty() ? null : lines.toString();
    }

    private static String shape(String operation) {
        return operation.replaceAll("\\{[^}]*}", "{}");
    }
}
