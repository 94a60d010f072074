package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes points as of an instant that may be past: what terms have led to since then is undone for
 * the points that are taken, so that sums as of any instant are right.
 */
final class Taking {

    private final Shelf shelf;
    private final Instant at;
    private final List<Flow> corrections = new ArrayList<>();
    private final List<Flow> taken = new ArrayList<>();
    private long available;

    Taking(Shelf shelf, Instant at) {
        this.shelf = shelf;
        this.at = at;
    }

    /** Takes back what is left of a lot, and says how much that is. */
    long back(Lot lot, long points) {
        Instant from = at.isBefore(lot.earned()) ? lot.earned() : at;
        long pending = Math.min(points, lot.in(Place.PENDING));
        take(lot, Place.PENDING, pending);
        long open = Math.min(points - pending, lot.in(Place.OPEN));
        take(lot, Place.OPEN, open);
        long expired = Math.min(points - pending - open, lot.in(Place.EXPIRED));
        take(lot, Place.EXPIRED, expired);
        shelf.close(open);
        Term term = lot.term();
        boolean late = from.isBefore(term.activates());
        if (late) {
            undoActivation(lot, open + expired);
            flow(Side.PENDING, pending + open + expired, from);
        } else {
            flow(Side.PENDING, pending, from);
            available += open;
        }
        if (from.isBefore(term.end())) {
            undoExpiry(lot, expired);
            available += late ? 0 : expired;
        } else {
            flow(Side.EXPIRED, expired, from);
        }
        return pending + open + expired;
    }

    private void take(Lot lot, Place from, long points) {
        if (points > 0) {
            lot.move(from, Place.TAKEN, points);
            shelf.change(lot);
        }
    }

    /** Takes of lots that could be used then and have expired since. */
    long expired(List<Lot> lots, long points) {
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.in(Place.EXPIRED));
            if (part > 0) {
                lot.move(Place.EXPIRED, Place.USED, part);
                shelf.change(lot);
                undoExpiry(lot, part);
                left -= part;
            }
        }
        available += points - left;
        return points - left;
    }

    /** Takes of lots that can be used now. */
    long open(List<Lot> lots, long points) {
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.in(Place.OPEN));
            if (part > 0) {
                lot.move(Place.OPEN, Place.USED, part);
                shelf.change(lot);
                left -= part;
            }
        }
        shelf.close(points - left);
        available += points - left;
        return points - left;
    }

    /** Takes points without a term. */
    void without(long points) {
        shelf.close(points);
        available += points;
    }

    /** All of it, with what is missing. */
    List<Flow> flows(long missing, Shortfall shortfall) {
        switch (shortfall) {
            case ALLOW -> without(missing);
            case FORBID -> flow(Side.UNCOLLECTED, missing, at);
            case TO_ZERO -> flow(Side.WRITTEN_OFF, missing, at);
        }
        flow(Side.AVAILABLE, available, at);
        List<Flow> all = new ArrayList<>(corrections);
        all.addAll(taken);
        return all;
    }

    private void flow(Side from, long points, Instant when) {
        if (points > 0) {
            taken.add(Flow.asked(from, Side.ISSUANCE, points, when));
        }
    }

    private void undoActivation(Lot lot, long points) {
        if (points > 0) {
            corrections.add(
                    Flow.activation(
                            lot, Side.AVAILABLE, Side.PENDING, points, lot.term().activates()));
        }
    }

    private void undoExpiry(Lot lot, long points) {
        if (points > 0) {
            corrections.addFirst(
                    Flow.expiry(lot, Side.EXPIRED, Side.AVAILABLE, points, lot.term().end()));
        }
    }
}
