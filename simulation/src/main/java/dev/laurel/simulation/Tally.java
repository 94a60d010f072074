package dev.laurel.simulation;

import java.util.EnumMap;
import java.util.Map;

/** How often each of a few things has happened. For one thread. */
final class Tally<E extends Enum<E>> {

    private final Class<E> kinds;
    private final long[] counts;

    Tally(Class<E> kinds) {
        this.kinds = kinds;
        this.counts = new long[kinds.getEnumConstants().length];
    }

    void add(E kind) {
        counts[kind.ordinal()]++;
    }

    /** Those that have happened. */
    Map<E, Long> counts() {
        Map<E, Long> happened = new EnumMap<>(kinds);
        for (E kind : kinds.getEnumConstants()) {
            if (counts[kind.ordinal()] > 0) {
                happened.put(kind, counts[kind.ordinal()]);
            }
        }
        return happened;
    }
}
