package dev.laurel.rules.programs;

import java.util.Collection;
import java.util.Map;

/** Counts members with progress. */
@FunctionalInterface
public interface MembersTouched {

    /**
     * Members with progress in a mechanic.
     *
     * @param members how many
     * @param exact whether there may not be fewer: of metrics and badges only the members of the
     *     program are known here
     * @param completed how many of them have completed it, as far as it can be
     */
    record Touched(long members, boolean exact, long completed) {}

    /**
     * Counts.
     *
     * @param mechanics such as {@code challenge:spring}
     * @return by mechanic, all of them
     */
    Map<String, Touched> count(String program, Collection<String> mechanics);
}
