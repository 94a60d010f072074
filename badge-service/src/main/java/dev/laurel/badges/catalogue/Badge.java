package dev.laurel.badges.catalogue;

import java.util.List;
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
 * @param earnedBy challenges and streaks that give it, besides its own condition
 */
public record Badge(
        String id,
        String name,
        @Nullable String description,
        @Nullable String criteria,
        boolean hidden,
        Level level,
        List<Source> earnedBy) {

    public Badge {
        earnedBy = List.copyOf(earnedBy);
    }

    /**
     * A mechanic that gives a badge.
     *
     * @param kind {@code challenge} or {@code streak}
     * @param id its id in the program
     */
    public record Source(String kind, String id) {}

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
        return new Badge(id, id, null, null, false, Level.ONLY, List.of());
    }
}
