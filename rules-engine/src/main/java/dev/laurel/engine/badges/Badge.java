package dev.laurel.engine.badges;

import dev.laurel.engine.expressions.Condition;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A badge.
 *
 * @param id its id
 * @param name what people call it
 * @param description what it is for
 * @param when what earns it, {@code null} when only challenges give it
 * @param metrics the metrics that {@code when} reads
 * @param overObjects whether these have one value for each object, so that {@code when} is judged
 *     for each object by itself
 * @param perObject whether it is issued once for each object instead of once for any
 * @param revocable whether it goes when what earned it no longer holds
 */
public record Badge(
        String id,
        String name,
        String description,
        @Nullable Condition when,
        Set<String> metrics,
        boolean overObjects,
        boolean perObject,
        boolean revocable) {

    public Badge {
        metrics = Set.copyOf(metrics);
    }

    /** The id of the part of the program document that it is in: that of a level is its badge's. */
    public String part() {
        int level = id.indexOf('.');
        return level < 0 ? id : id.substring(0, level);
    }
}
