package dev.laurel.badges.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A badge as a program describes it.
 *
 * @param id its id in the program
 * @param name what members see
 * @param description what it is for, if the program says so
 */
public record Badge(String id, String name, @Nullable String description) {

    /** What is known of a badge that the program no longer describes. */
    public static Badge withoutDescription(String id) {
        return new Badge(id, id, null);
    }
}
