package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The lots of one wallet that are at hand, and more when they are asked for. */
final class Stock {

    private static final int AT_A_TIME = 64;

    private final LotSource source;
    private final boolean kept;
    private final NavigableSet<Lot> lots = new TreeSet<>(Lot.ORDER);
    private final Map<UUID, Lot> byId = new HashMap<>();
    private @Nullable Lot lastOpen;
    private boolean allOpen;

    /**
     * @param kept whether the source may have any
     */
    Stock(Collection<Lot> atHand, LotSource source, boolean kept) {
        this.source = source;
        this.kept = kept;
        this.allOpen = !kept;
        atHand.forEach(this::add);
    }

    private Stock(Stock other) {
        this.source = other.source;
        this.kept = other.kept;
        this.lastOpen = other.lastOpen;
        this.allOpen = other.allOpen;
        other.lots.forEach(lot -> add(lot.copy()));
    }

    Stock copy() {
        return new Stock(this);
    }

    void add(Lot lot) {
        lots.add(lot);
        byId.put(lot.id(), lot);
    }

    /** Puts a lot in the place of the one with its id. */
    void replace(Lot lot) {
        lots.remove(byId.get(lot.id()));
        add(lot);
    }

    @Nullable Lot find(UUID id) {
        return byId.get(id);
    }

    /** Those at hand, in the order of their ends. */
    Collection<Lot> all() {
        return lots;
    }

    /**
     * Lots with points that can be used, which hold so many together if there are; the first to end
     * first.
     */
    List<Lot> open(long wanted, Predicate<Lot> which) {
        Predicate<Lot> those = which.and(lot -> lot.in(Place.OPEN) > 0);
        List<Lot> found = reached(lastOpen, allOpen, those);
        while (!allOpen && sum(found, Place.OPEN) < wanted) {
            List<Lot> page = source.open(lastOpen, AT_A_TIME);
            merge(page);
            allOpen = page.size() < AT_A_TIME;
            lastOpen = page.isEmpty() ? lastOpen : page.getLast();
            found = reached(lastOpen, allOpen, those);
        }
        return found;
    }

    /** Points that can be used, of all lots. */
    long open() {
        return sum(open(Long.MAX_VALUE, _ -> true), Place.OPEN);
    }

    /** Of the lots at hand those that no lot ends before which has not been read yet. */
    private List<Lot> reached(@Nullable Lot last, boolean all, Predicate<Lot> which) {
        return lots.stream()
                .filter(lot -> all || (last != null && Lot.ORDER.compare(lot, last) <= 0))
                .filter(which)
                .toList();
    }

    /**
     * Lots with expired points that had not ended at an instant, which hold so many together if
     * there are; the first to end first.
     */
    List<Lot> expiredSince(Instant at, long wanted, Predicate<Lot> which) {
        Predicate<Lot> those =
                which.and(lot -> lot.in(Place.EXPIRED) > 0 && at.isBefore(lot.term().end()));
        @Nullable Lot last = null;
        boolean all = !kept;
        List<Lot> found = reached(last, all, those);
        while (!all && sum(found, Place.EXPIRED) < wanted) {
            List<Lot> page = source.expiredSince(at, last, AT_A_TIME);
            merge(page);
            all = page.size() < AT_A_TIME;
            last = page.isEmpty() ? last : page.getLast();
            found = reached(last, all, those);
        }
        return found;
    }

    /** What a hold has reserved; brings its lots. */
    List<Part> parts(UUID hold) {
        if (!kept) {
            return List.of();
        }
        List<Part> parts = source.parts(hold);
        List<UUID> missing =
                parts.stream()
                        .map(Part::lot)
                        .filter(Objects::nonNull)
                        .filter(id -> !byId.containsKey(id))
                        .distinct()
                        .toList();
        if (!missing.isEmpty()) {
            merge(source.find(missing));
        }
        return parts;
    }

    private static long sum(List<Lot> lots, Place place) {
        return lots.stream().mapToLong(lot -> lot.in(place)).sum();
    }

    private void merge(List<Lot> page) {
        page.stream().filter(lot -> !byId.containsKey(lot.id())).forEach(this::add);
    }
}
