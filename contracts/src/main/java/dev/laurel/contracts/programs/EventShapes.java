package dev.laurel.contracts.programs;

import dev.laurel.contracts.events.PlatformEvents;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The events that a program knows, to refuse malformed ones at the door. A program without an
 * {@code events} section takes everything; fields that are not declared are always allowed.
 * Immutable.
 */
public final class EventShapes {

    /** What the types of events begin with that only the platform itself tells of. */
    private static final String OWN = "laurel.";

    private final Map<String, EventShape> shapes;

    private EventShapes(Map<String, EventShape> shapes) {
        this.shapes = shapes;
    }

    /**
     * Reads the {@code events} section of a program.
     *
     * @param document a published document, as in {@link PublishedProgram#document()}
     */
    public static EventShapes of(Map<String, Object> document) {
        Map<String, EventShape> shapes = new LinkedHashMap<>();
        if (document.get("events") instanceof Map<?, ?> events) {
            events.forEach((type, declaration) ->
                    shapes.put(String.valueOf(type), EventShape.of(declaration)));
        }
        return new EventShapes(shapes);
    }

    /**
     * Checks one event.
     *
     * @param type the event's type
     * @param data its data, with {@code Integer} or {@code Long} for numbers that JSON wrote
     *     without a decimal point, and {@code Double} for others
     * @return all that is wrong with it; empty for an event of a known type and the right shape
     */
    public List<ShapeProblem> problems(String type, Map<String, Object> data) {
        if (type.startsWith(OWN)) {
            return List.of(
                    new ShapeProblem(
                            "/type",
                            "Expected a type of the program's own, but '%s' is the platform's."
                                    .formatted(type),
                            "a type of the program's own"));
        }
        if (shapes.isEmpty()) {
            return List.of();
        }
        EventShape shape = shapes.get(type);
        return shape == null ? List.of(unknown(type)) : shape.problems(data);
    }

    /**
     * Checks one event that somebody else than the platform tells of: nobody may take the identity
     * of an event of the platform's, which would be a duplicate then.
     *
     * @param source who tells of it
     * @param type see {@link #problems(String, Map)}
     * @param data see {@link #problems(String, Map)}
     * @return all that is wrong with it
     */
    public List<ShapeProblem> problems(String source, String type, Map<String, Object> data) {
        if (!PlatformEvents.isFrom(source)) {
            return problems(type, data);
        }
        return List.of(
                new ShapeProblem(
                        "/source",
                        "Expected a source of your own, but '%s' is the platform's."
                                .formatted(source),
                        "a source that does not begin with " + PlatformEvents.SOURCES));
    }

    private ShapeProblem unknown(String type) {
        String known = String.join(", ", shapes.keySet());
        return new ShapeProblem(
                "/type",
                "Expected a type that the program knows (%s), but it was '%s'.%s"
                        .formatted(
                                known,
                                type,
                                NearestName.of(type, shapes.keySet())
                                        .map(" Did you mean '%s'?"::formatted)
                                        .orElse("")),
                known);
    }
}
