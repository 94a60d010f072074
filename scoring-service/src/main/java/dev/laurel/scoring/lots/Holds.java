package dev.laurel.scoring.lots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;

/**
 * What holds reserve of which lots. A hold that is not known here has reserved points without a
 * term only.
 */
final class Holds {

    private final Shelf shelf;
    private final Stock stock;
    private final Map<UUID, List<Part>> known = new HashMap<>();
    private final Map<UUID, List<Part>> changed = new LinkedHashMap<>();

    Holds(Shelf shelf, Stock stock) {
        this.shelf = shelf;
        this.stock = stock;
    }

    Holds(Shelf shelf, Stock stock, Holds other) {
        this(shelf, stock);
        known.putAll(other.known);
        changed.putAll(other.changed);
    }

    /** Reservations that are not as they were, by hold. */
    Map<UUID, List<Part>> changed() {
        return changed;
    }

    /** Reserves those that expire first, then those without a term. */
    void reserve(UUID hold, long points) {
        List<Part> parts = new ArrayList<>();
        long left = points;
        for (Lot lot : stock.open(points, _ -> true)) {
            long part = Math.min(left, lot.in(Place.OPEN));
            if (part > 0) {
                lot.move(Place.OPEN, Place.HELD, part);
                shelf.change(lot);
                parts.add(Part.reserved(lot.id(), part));
                left -= part;
            }
        }
        if (left > 0) {
            parts.add(Part.reserved(null, left));
        }
        keep(hold, parts);
    }

    /** Spends what is reserved, in the order in which it was. */
    void spend(UUID hold, long points) {
        each(
                hold,
                points,
                false,
                Part::held,
                (part, number) -> {
                    if (part.lot() != null) {
                        Lot lot = shelf.lot(part.lot());
                        lot.move(Place.HELD, Place.USED, number);
                        shelf.change(lot);
                    }
                    return part.spend(number);
                });
    }

    /** Makes what is reserved available again; gives the lots that it goes back to. */
    List<Lot> giveBack(UUID hold, long points) {
        return reopen(hold, points, false, Place.HELD, Part::held, Part::giveBack);
    }

    /** Makes what was spent available again, backwards; gives the lots that it goes back to. */
    List<Lot> refund(UUID hold, long points) {
        return reopen(hold, points, true, Place.USED, Part::refundable, Part::refund);
    }

    private List<Lot> reopen(
            UUID hold,
            long points,
            boolean backwards,
            Place from,
            ToLongFunction<Part> most,
            Change change) {
        List<Lot> opened = new ArrayList<>();
        long reached =
                each(
                        hold,
                        points,
                        backwards,
                        most,
                        (part, number) -> {
                            if (part.lot() == null) {
                                shelf.open(number);
                            } else {
                                Lot lot = shelf.lot(part.lot());
                                shelf.open(lot, from, number);
                                opened.add(lot);
                            }
                            return change.of(part, number);
                        });
        shelf.open(points - reached);
        return opened;
    }

    /** What becomes of a part. */
    @FunctionalInterface
    private interface Change {
        Part of(Part part, long points);
    }

    /** Goes through what a hold reserves until so many points are reached; says how many were. */
    private long each(
            UUID hold, long points, boolean backwards, ToLongFunction<Part> most, Change change) {
        List<Part> parts = known.computeIfAbsent(hold, stock::parts);
        if (parts.isEmpty()) {
            return 0;
        }
        List<Part> after = new ArrayList<>(backwards ? parts.reversed() : parts);
        long left = points;
        for (int i = 0; i < after.size(); i++) {
            long number = Math.min(left, most.applyAsLong(after.get(i)));
            if (number > 0) {
                after.set(i, change.of(after.get(i), number));
                left -= number;
            }
        }
        keep(hold, backwards ? after.reversed() : after);
        return points - left;
    }

    private void keep(UUID hold, List<Part> parts) {
        known.put(hold, List.copyOf(parts));
        changed.put(hold, List.copyOf(parts));
    }
}
