package dev.laurel.engine.limits;

import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.LimitKey;

/**
 * At most so many points for a member within a period.
 *
 * @param owner what it belongs to: a rule's id, or {@link #shared} for a limit over several rules
 * @param per the period that it is for
 * @param points at most so many in it
 * @param whole whether it refuses an award that does not fit instead of trimming it
 */
public record Limit(String owner, Period per, long points, boolean whole) {

    private static final String SHARED = "limit:";

    /** The owner of a limit over several rules. No rule is called that, as ids have no colon. */
    public static String shared(String id) {
        return SHARED + id;
    }

    /** Whether it is over several rules, of which some may take: it then bounds their sum. */
    public boolean isShared() {
        return owner.startsWith(SHARED);
    }

    /** A rule's own limit has never counted less than nothing, whatever cells have gone since. */
    static long floored(LimitKey key, long points) {
        return key.limit().startsWith(SHARED) ? points : Math.max(0, points);
    }

    /** Names what has gone through it in one of its periods. */
    LimitKey key(String wallet, long index) {
        return new LimitKey(owner, wallet, per, index, whole);
    }

    /** Where it comes from, for people; empty for a rule's own. */
    String origin() {
        return isShared() ? " by " + owner.replace(":", " ") : "";
    }
}
