package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Books what a term has led to already at the times of another one, so that sums as of any instant
 * are right. Where points are does not change.
 */
final class Redating {

    private Redating() {}

    /**
     * What was booked of a lot is undone, the last first, and booked anew.
     *
     * @param before the lot under the term that it had
     * @param after the same lot under its new term, which counts the steps
     */
    static List<Flow> of(Lot before, Lot after) {
        List<Flow> flows = new ArrayList<>();
        long expired = after.in(Place.EXPIRED);
        long active = active(after);
        expire(after, Side.EXPIRED, Side.AVAILABLE, expired, before.term().end(), flows);
        activate(after, Side.AVAILABLE, Side.PENDING, active, before.term().activates(), flows);
        activate(after, Side.PENDING, Side.AVAILABLE, active, after.term().activates(), flows);
        expire(after, Side.AVAILABLE, Side.EXPIRED, expired, after.term().end(), flows);
        return flows;
    }

    /** Those that were taken back are left as they were booked: that adds up by itself. */
    private static long active(Lot lot) {
        return lot.in(Place.OPEN) + lot.in(Place.HELD) + lot.in(Place.USED) + lot.in(Place.EXPIRED);
    }

    private static void activate(
            Lot lot, Side from, Side to, long points, Instant at, List<Flow> flows) {
        if (points > 0) {
            flows.add(Flow.activation(lot, from, to, points, at));
        }
    }

    private static void expire(
            Lot lot, Side from, Side to, long points, Instant at, List<Flow> flows) {
        if (points > 0) {
            flows.add(Flow.expiry(lot, from, to, points, at));
        }
    }
}
