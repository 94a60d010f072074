package dev.laurel.tiers;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tiers of a program. Levels go by their place, from 0; below the first is {@link #NONE}.
 *
 * @param measure what counts
 * @param window of which days it counts
 * @param levels from low to high, at least one
 * @param oneLevel whether a fall is one level deep; otherwise to what is earned
 * @param grace how long a member who has too little keeps the tier
 * @param notice how many days before a fall the member is told, 0 for never
 * @param zone the program's time zone
 * @param version says which definition it is: another one is another text
 */
public record Ladder(
        Measure measure,
        Window window,
        List<Level> levels,
        boolean oneLevel,
        Period grace,
        int notice,
        ZoneId zone,
        String version) {

    /** The place of who has no tier. */
    public static final int NONE = -1;

    public Ladder {
        levels = List.copyOf(levels);
    }

    /** The highest level that so much of the measure reaches. */
    public int reached(long measured) {
        int reached = NONE;
        for (int i = 0; i < levels.size(); i++) {
            if (takes(i) <= Math.max(0, measured)) {
                reached = i;
            }
        }
        return reached;
    }

    /** How much of the measure a level takes. */
    public long takes(int level) {
        return levels.get(level).at() * measure.unit();
    }

    /** What everybody has at least. */
    public int lowest() {
        return reached(0);
    }

    /** The id of a level, {@code null} for none. */
    public @Nullable String id(int level) {
        return level == NONE ? null : levels.get(level).id();
    }

    /** The place of a level, {@code null} when there is none by that id. */
    public @Nullable Integer place(@Nullable String id) {
        if (id == null) {
            return NONE;
        }
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).id().equals(id)) {
                return i;
            }
        }
        return null;
    }

    public boolean pays() {
        return levels.stream().anyMatch(level -> !level.award().isEmpty());
    }

    /** When who has had too little since a day falls. */
    public LocalDate falls(LocalDate since) {
        return since.plus(grace);
    }
}
