package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The points of one member in one wallet: lots, and points without a term, which are what is
 * available beyond the open points of all lots. Whoever owes points has no open ones: what opens
 * repays first. Lots whose terms are due have to be settled before anything else. Not thread-safe.
 */
public final class Shelf {

    private final Instant now;
    private final Stock stock;
    private final Holds holds;
    private final Map<UUID, Lot> changed = new LinkedHashMap<>();
    private final Set<UUID> fresh = new HashSet<>();
    private final LotSource source;
    private @Nullable Activity activity;
    private boolean lotted;
    private long available;

    /**
     * @param now the clock
     * @param available what can be used, below zero for what is owed
     * @param lotted whether there ever was a lot
     * @param atHand lots that are due, and those that will be named
     * @param source other lots
     */
    public Shelf(
            Instant now, long available, boolean lotted, Collection<Lot> atHand, LotSource source) {
        this.now = now;
        this.available = available;
        this.lotted = lotted;
        this.source = source;
        this.stock = new Stock(atHand, source, lotted);
        this.holds = new Holds(this, stock);
    }

    private Shelf(Shelf other, Instant now) {
        this.now = now;
        this.available = other.available;
        this.lotted = other.lotted;
        this.source = other.source;
        this.activity = other.activity == null ? null : other.activity.copy();
        this.stock = other.stock.copy();
        this.holds = new Holds(this, stock, other.holds);
        other.changed.keySet().forEach(id -> changed.put(id, lot(id)));
        fresh.addAll(other.fresh);
    }

    /** The same, to try something out on. */
    public Shelf copy() {
        return new Shelf(this, now);
    }

    /** The same at a later instant. */
    Shelf at(Instant later) {
        return new Shelf(this, later);
    }

    /** What can be used, below zero for what is owed. */
    public long available() {
        return available;
    }

    /** Whether there ever was a lot. */
    public boolean lotted() {
        return lotted;
    }

    /** Lots that are not as they were. */
    public Collection<Lot> changed() {
        return changed.values();
    }

    /** Whether a lot was not there before. */
    public boolean isNew(Lot lot) {
        return fresh.contains(lot.id());
    }

    /** Reservations that are not as they were, by hold. */
    public Map<UUID, List<Part>> reservations() {
        return holds.changed();
    }

    /** What of the member's activity has been asked for, if any. */
    public @Nullable Activity known() {
        return activity;
    }

    private Activity activity() {
        if (activity == null) {
            activity = Activity.of(source.activity());
        }
        return activity;
    }

    /** Books what terms have led to until now. */
    public List<Flow> settle() {
        return new Settlement(this, now).of(stock.all());
    }

    /**
     * Gives points.
     *
     * @param id of the lot, if they have a term
     * @param earned when what they are given for happened
     * @param term when they can be used, {@code null} for always
     * @param channel which of the program's channels they are given through, {@code null} for none
     */
    public List<Flow> give(
            UUID id, long points, Instant earned, @Nullable Term term, @Nullable String channel) {
        if (term == null) {
            available = Math.addExact(available, points);
            return List.of(Flow.asked(Side.ISSUANCE, Side.AVAILABLE, points, earned));
        }
        Lot lot = Lot.given(id, earned, term, channel, points);
        lotted = true;
        stock.add(lot);
        fresh.add(id);
        change(lot);
        List<Flow> flows = new ArrayList<>();
        if (term.activates().isAfter(earned)) {
            flows.add(Flow.asked(Side.ISSUANCE, Side.PENDING, points, earned));
        } else {
            flows.add(Flow.asked(Side.ISSUANCE, Side.AVAILABLE, points, earned));
            open(lot, Place.PENDING, points);
        }
        flows.addAll(new Settlement(this, now).of(List.of(lot)));
        return flows;
    }

    /**
     * Takes points: of the lot that is named, then of what could be used then, the first to expire
     * first, then of those without a term.
     *
     * @param at since when they are gone
     * @param undoes the lot that they were given with, {@code null} where there is none
     * @param shortfall what becomes of those that are not there
     */
    public List<Flow> take(long points, Instant at, @Nullable UUID undoes, Shortfall shortfall) {
        Taking taking = new Taking(this, at);
        Lot own = undoes == null ? null : stock.find(undoes);
        long left = own == null ? points : points - taking.back(own, points);
        if (left > 0 && lotted) {
            left -= takeUsable(taking, at, left, lot -> lot.term().isActive(at));
        }
        if (left > 0 && lotted && shortfall == Shortfall.ALLOW) {
            // What became active later has repaid what was owed.
            left -= takeUsable(taking, at, left, lot -> !lot.term().isActive(at));
        }
        long without = Math.min(left, left == 0 ? 0 : Math.max(0, available - stock.open()));
        left -= without;
        taking.without(without);
        return taking.flows(left, shortfall);
    }

    private long takeUsable(Taking taking, Instant at, long points, Predicate<Lot> which) {
        long taken = taking.expired(stock.expiredSince(at, points, which), points);
        return taken == points
                ? taken
                : taken + taking.open(stock.open(points - taken, which), points - taken);
    }

    /**
     * An event activates points: from its time on they can be used, if they wait for it and could
     * not be used earlier anyway. What was not known to happen then is booked with its time.
     *
     * @param id the lot; where there is none nothing happens
     * @param term what the event makes of its term
     */
    public List<Flow> activate(UUID id, Term term) {
        Lot lot = stock.find(id);
        if (lot == null || !term.precedes(lot.term(), lot.earned())) {
            return List.of();
        }
        Term given = term.notBefore(lot.earned());
        Lot earlier = replaced(lot, given.sliding() ? given.slid(activity()) : given);
        List<Flow> flows = new ArrayList<>(Redating.of(lot, earlier));
        flows.addAll(new Settlement(this, now).of(List.of(earlier)));
        return flows;
    }

    /**
     * The member was active: points that slide, could be used then and are not over yet end some
     * time after that at the earliest. Those that have expired since then come back, and what was
     * booked is undone with its time.
     *
     * @param at when, not later than now
     * @param until until when they can be used at least, later than {@code at}
     */
    public List<Flow> active(Instant at, Instant until) {
        List<Flow> flows = new ArrayList<>();
        if (activity().add(at, until) && lotted) {
            for (Lot lot : stock.expiredSince(at, Long.MAX_VALUE, each -> each.term().sliding())) {
                Term term = lot.term().slid(activity());
                if (!term.equals(lot.term())) {
                    flows.addAll(comeBack(lot, term));
                }
            }
        }
        return flows;
    }

    private List<Flow> comeBack(Lot lot, Term term) {
        long points = lot.in(Place.EXPIRED);
        Lot later = replaced(lot, term);
        List<Flow> flows = new ArrayList<>();
        flows.add(Flow.expiry(later, Side.EXPIRED, Side.AVAILABLE, points, lot.term().end()));
        open(later, Place.EXPIRED, points);
        flows.addAll(new Settlement(this, now).of(List.of(later)));
        return flows;
    }

    /** A lot with the end that it has after all, as far as that matters now. */
    Lot slid(Lot lot) {
        if (!lot.term().sliding() || !lot.term().isOver(now)) {
            return lot;
        }
        Term term = lot.term().slid(activity());
        return term.equals(lot.term()) ? lot : replaced(lot, term);
    }

    private Lot replaced(Lot lot, Term term) {
        Lot other = lot.under(term);
        stock.replace(other);
        change(other);
        return other;
    }

    /** Reserves points that are available. */
    public List<Flow> reserve(UUID hold, long points) {
        if (lotted) {
            holds.reserve(hold, points);
        }
        close(points);
        return List.of(Flow.asked(Side.AVAILABLE, Side.HELD, points, now));
    }

    /** Spends points that are reserved, those that expire first. */
    public List<Flow> spend(UUID hold, long points) {
        holds.spend(hold, points);
        return List.of(Flow.asked(Side.HELD, Side.SPENT, points, now));
    }

    /** Gives back points that were reserved; some may have expired meanwhile. */
    public List<Flow> giveBack(UUID hold, long points) {
        return reopened(Side.HELD, points, holds.giveBack(hold, points));
    }

    /** Gives back points that were spent, the last that were taken first. */
    public List<Flow> refund(UUID hold, long points) {
        return reopened(Side.SPENT, points, holds.refund(hold, points));
    }

    /** Takes points that are available for points of another wallet, those that expire first. */
    public List<Flow> payIn(UUID exchange, long points) {
        if (lotted) {
            holds.reserve(exchange, points);
            holds.spend(exchange, points);
        }
        close(points);
        return List.of(Flow.asked(Side.AVAILABLE, Side.EXCHANGED, points, now));
    }

    /** Gives points without a term for points of another wallet. */
    public List<Flow> payOut(long points) {
        open(points);
        return List.of(Flow.asked(Side.EXCHANGED, Side.AVAILABLE, points, now));
    }

    private List<Flow> reopened(Side from, long points, List<Lot> opened) {
        List<Flow> flows = new ArrayList<>();
        flows.add(Flow.asked(from, Side.AVAILABLE, points, now));
        flows.addAll(new Settlement(this, now).again(opened));
        return flows;
    }

    /** Points of a lot can be used from now on; what is owed is repaid first. */
    void open(Lot lot, Place from, long points) {
        long repaid = Math.min(points, Math.max(0, -available));
        lot.move(from, Place.USED, repaid);
        lot.move(from, Place.OPEN, points - repaid);
        available = Math.addExact(available, points);
        change(lot);
    }

    /** Points without a term can be used from now on. */
    void open(long points) {
        available = Math.addExact(available, points);
    }

    /** Points of a lot, or without one, are gone from what is available. */
    void close(long points) {
        available = Math.subtractExact(available, points);
    }

    void change(Lot lot) {
        changed.put(lot.id(), lot);
    }

    Lot lot(UUID id) {
        Lot lot = stock.find(id);
        if (lot == null) {
            throw new IllegalStateException(
                    "Expected lot %s at hand, but it is not.".formatted(id));
        }
        return lot;
    }
}
