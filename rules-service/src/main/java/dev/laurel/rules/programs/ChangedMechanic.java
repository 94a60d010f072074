package dev.laurel.rules.programs;

import java.util.List;

/**
 * A mechanic with progress of which a version changes the definition.
 *
 * @param mechanic kind and id, such as {@code challenge:spring}
 * @param choices what can become of the progress in it; the first one if nobody says so
 */
public record ChangedMechanic(String mechanic, List<Choice> choices) {

    public ChangedMechanic {
        choices = List.copyOf(choices);
    }
}
