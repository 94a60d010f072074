package dev.laurel.engine.limits;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.periods.Clock;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.LimitKey;
import org.jspecify.annotations.Nullable;

/**
 * At most so many points, or awards, for a member within a period.
 *
 * @param owner what it belongs to: a rule's id, or {@link #shared} for a limit over several rules
 * @param per the period that it is for
 * @param clock whose periods
 * @param most at most so many in it
 * @param whole whether it refuses an award that does not fit instead of trimming it
 * @param object gives what it is counted for, such as a product; {@code null} for all together
 */
public record Limit(
        String owner,
        Period per,
        Clock clock,
        long most,
        boolean whole,
        @Nullable Expression object) {

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

    /** The same limit, trimming or refusing. */
    public Limit whole(boolean refusing) {
        return new Limit(owner, per, clock, most, refusing, object);
    }

    /** For people, such as {@code 500 per day} or {@code limit votes of 200 per day}. */
    @Override
    public String toString() {
        String origin = isShared() ? owner.replace(":", " ") + " of " : "";
        String period = per == Period.EVER ? "ever" : "per " + per.word();
        String each = object == null ? "" : " for each " + object.text();
        return "%s%d %s%s".formatted(origin, most, period, each);
    }

    /** Names what has gone through it in one of its periods, for one object. */
    LimitKey key(String wallet, long index, String value) {
        return new LimitKey(owner, wallet, per, index, whole, value);
    }

    /**
     * Whether its cells lie within those of another limit, so that what it lets through in each of
     * the other's cells does not depend on the order of events.
     */
    public boolean isWithin(Limit other) {
        boolean sameOrAll =
                other.object == null
                        || (object != null && object.text().equals(other.object.text()));
        boolean sameClock = clock == other.clock || other.per == Period.EVER;
        return sameOrAll && sameClock && per.isWithin(other.per);
    }
}
