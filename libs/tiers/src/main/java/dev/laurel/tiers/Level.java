package dev.laurel.tiers;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tier.
 *
 * @param id its id
 * @param at how many points it takes, or how much of the metric: 0 or more
 * @param award points by wallet for who reaches it for the first time
 * @param name what people call it, as the program says it: one text, or one per locale
 * @param perks what the program says that it brings
 */
public record Level(String id, long at, Map<String, Long> award, Object name, List<?> perks) {

    /** A level without a name of its own and without perks. */
    public Level(String id, long at, Map<String, Long> award) {
        this(id, at, award, id, List.of());
    }

    public Level {
        award = Collections.unmodifiableMap(new TreeMap<>(award));
    }
}
