package dev.laurel.standalone.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One trace as the services have written it, each into a file of its own. */
final class Trace {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, Span> spans = new HashMap<>();

    /**
     * A step.
     *
     * @param start in nanoseconds since 1970
     */
    record Span(String service, String name, String id, String parent, long start, long end) {

        String label() {
            return service + ": " + name;
        }
    }

    private Trace() {}

    /** What is known by now of a trace. */
    static Trace read(Path folder, String id) throws IOException {
        Trace trace = new Trace();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    trace.add(line, id);
                }
            }
        }
        return trace;
    }

    private void add(String line, String id) {
        for (JsonNode resource : JSON.readTree(line).path("resourceSpans")) {
            String service = service(resource);
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    if (span.path("traceId").asString("").equals(id)) {
                        add(service, span);
                    }
                }
            }
        }
    }

    private void add(String service, JsonNode span) {
        String id = span.path("spanId").asString("");
        spans.put(
                id,
                new Span(
                        service,
                        span.path("name").asString(""),
                        id,
                        span.path("parentSpanId").asString(""),
                        Long.parseLong(span.path("startTimeUnixNano").asString("")),
                        Long.parseLong(span.path("endTimeUnixNano").asString(""))));
    }

    private static String service(JsonNode resource) {
        for (JsonNode attribute : resource.path("resource").path("attributes")) {
            if (attribute.path("key").asString("").equals("service.name")) {
                return attribute.path("value").path("stringValue").asString("");
            }
        }
        return "";
    }

    /** The ways to all steps of a name from the beginning, each as {@code service: name}s. */
    List<List<String>> waysTo(String name) {
        return spans.values().stream()
                .filter(span -> span.name().equals(name))
                .sorted(Comparator.comparingLong(Span::start))
                .map(this::way)
                .toList();
    }

    private List<String> way(Span to) {
        List<String> way = new ArrayList<>();
        @Nullable Span at = to;
        while (at != null) {
            way.addFirst(at.label());
            at = spans.get(at.parent());
        }
        return way;
    }

    /** The parents that no step of the trace is: one, if it hangs together. */
    List<String> beginnings() {
        return spans.values().stream()
                .map(Span::parent)
                .filter(parent -> !spans.containsKey(parent))
                .distinct()
                .toList();
    }
}
