package dev.laurel.engine.expressions;

import java.util.HashSet;
import java.util.Set;

/**
 * What is known about the event at some point of an expression.
 *
 * @param present optional fields, such as {@code event.data.bonus}, that are there
 */
public record Facts(Set<String> present) {

    public static final Facts NONE = new Facts(Set.of());

    public Facts {
        present = Set.copyOf(present);
    }

    Facts and(Facts other) {
        Set<String> both = new HashSet<>(present);
        both.addAll(other.present);
        return new Facts(both);
    }

    Facts or(Facts other) {
        Set<String> common = new HashSet<>(present);
        common.retainAll(other.present);
        return new Facts(common);
    }
}
