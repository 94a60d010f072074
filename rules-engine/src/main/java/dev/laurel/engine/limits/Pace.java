package dev.laurel.engine.limits;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a rule awards a member.
 *
 * @param counts how often within a period; they trim where the rule gives the same every time, and
 *     refuse otherwise
 * @param cooldown the least time between two awards, {@code null} for none
 */
public record Pace(List<Limit> counts, @Nullable Duration cooldown) {

    public static final Pace ANY = new Pace(List.of(), null);

    public Pace {
        counts = List.copyOf(counts);
    }

    public boolean isBounded() {
        return !counts.isEmpty() || cooldown != null;
    }

    /** The same with counts that refuse or trim. */
    public Pace refusing(boolean whole) {
        return new Pace(counts.stream().map(limit -> limit.whole(whole)).toList(), cooldown);
    }
}
