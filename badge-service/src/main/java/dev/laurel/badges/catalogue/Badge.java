package dev.laurel.badges.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A badge as a program describes it, in one language.
 *
 * @param id its id in the program
 * @param name what members see
 * @param description what it is for, if the program says so
 * @param criteria what one has to do for it, if the program says so
 * @param hidden whether only those may know of it who have it
 * @param level which of its levels it is
 */
public record Badge(
        String id,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        boolean hidden,
        Level level) {

    /**
     * A step of a badge that comes in several.
     *
     * @param number counts from 1
     * @param count how many there are; 1 for a badge without levels
     */
    public record Level(int number, int count) {

        public static final Level ONLY = new Level(1, 1);
    }

    /** What is known of a badge that the program no longer describes. */
    public static Badge withoutDescription(String id) {
        return new Badge(id, id, null, null, false, Level.ONLY);
    }
}
