package dev.laurel.simulation;

import java.util.EnumMap;
import java.util.Map;

/** How often each of a few things has happened. For one thread. */
final class Tally<E extends Enum<E>> {

    private final Class<E> kinds;
    private final Map<E, long[]> counts;

    Tally(Class<E> kinds) {
        this.kinds = kinds;
        this.counts = new EnumMap<>(kinds);
    }

    void add(E kind) {
        counts.computeIfAbsent(kind, first -> new long[1])[0]++;
    }

    /** Those that have happened. */
    Map<E, Long> counts() {
        Map<E, Long> happened = new EnumMap<>(kinds);
        counts.forEach((kind, times) -> happened.put(kind, times[0]));
        return happened;
    }
}
