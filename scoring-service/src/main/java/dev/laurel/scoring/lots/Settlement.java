package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Books what the terms of lots have led to, in the order in which it was due. */
final class Settlement {

    private static final Comparator<Due> IN_ORDER =
            Comparator.comparing(Due::at)
                    .thenComparing(Due::kind)
                    .thenComparing(due -> due.lot().id());

    private final Shelf shelf;
    private final Instant now;
    private final List<Flow> flows = new ArrayList<>();

    Settlement(Shelf shelf, Instant now) {
        this.shelf = shelf;
        this.now = now;
    }

    private record Due(Instant at, Flow.Kind kind, Lot lot) {}

    List<Flow> of(Collection<Lot> lots) {
        List<Due> dues = new ArrayList<>();
        for (Lot each : List.copyOf(lots)) {
            Lot lot = shelf.slid(each);
            boolean pending = lot.in(Place.PENDING) > 0 && !now.isBefore(lot.term().activates());
            if (pending) {
                dues.add(new Due(lot.term().activates(), Flow.Kind.ACTIVATION, lot));
            }
            if ((pending || lot.in(Place.OPEN) > 0) && lot.term().isOver(now)) {
                dues.add(new Due(lot.term().end(), Flow.Kind.EXPIRY, lot));
            }
        }
        dues.stream().sorted(IN_ORDER).forEach(this::settle);
        return flows;
    }

    /** Of lots that got back points just now, whose terms may have ended before. */
    List<Flow> again(Collection<Lot> lots) {
        for (Lot each : lots) {
            Lot lot = shelf.slid(shelf.lot(each.id()));
            if (lot.term().isOver(now)) {
                expire(lot, now);
            }
        }
        return flows;
    }

    private void settle(Due due) {
        Lot lot = due.lot();
        switch (due.kind()) {
            case ACTIVATION -> {
                long points = lot.in(Place.PENDING);
                flows.add(Flow.activation(lot, Side.PENDING, Side.AVAILABLE, points, due.at()));
                shelf.open(lot, Place.PENDING, points);
            }
            case EXPIRY -> expire(lot, due.at());
        }
    }

    private void expire(Lot lot, Instant at) {
        long points = lot.in(Place.OPEN);
        if (points > 0) {
            flows.add(Flow.expiry(lot, Side.AVAILABLE, Side.EXPIRED, points, at));
            lot.move(Place.OPEN, Place.EXPIRED, points);
            shelf.close(points);
            shelf.change(lot);
        }
    }
}
