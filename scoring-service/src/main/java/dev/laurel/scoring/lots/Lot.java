package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Points that were given at once, with one term. Every point of it is in one place. */
public final class Lot {

    /** The lot that expires first comes first; ids are in the order of their digits. */
    static final Comparator<Lot> ORDER =
            Comparator.<Lot, Instant>comparing(lot -> lot.term().end())
                    .thenComparing(lot -> lot.id().getMostSignificantBits(), Long::compareUnsigned)
                    .thenComparing(
                            lot -> lot.id().getLeastSignificantBits(), Long::compareUnsigned);

    private final UUID id;
    private final Instant earned;
    private final Term term;
    private final @Nullable String channel;
    private final Map<Place, Long> points;
    private int steps;

    private Lot(
            UUID id,
            Instant earned,
            Term term,
            @Nullable String channel,
            Map<Place, Long> points,
            int steps) {
        this.id = id;
        this.earned = earned;
        this.term = term;
        this.channel = channel;
        this.points = new EnumMap<>(Place.class);
        this.points.putAll(points);
        this.steps = steps;
    }

    /**
     * A lot as it was kept.
     *
     * @param id that of the effect that gave it
     * @param earned when what it was given for happened
     * @param channel which of the program's channels it was given through, {@code null} for none
     * @param points how many are where
     * @param steps how many postings its term has led to
     */
    public static Lot of(
            UUID id,
            Instant earned,
            Term term,
            @Nullable String channel,
            Map<Place, Long> points,
            int steps) {
        return new Lot(id, earned, term, channel, points, steps);
    }

    /** A lot that is just being given, all of it pending. */
    static Lot given(UUID id, Instant earned, Term term, @Nullable String channel, long points) {
        return of(id, earned, term, channel, Map.of(Place.PENDING, points), 0);
    }

    Lot copy() {
        return new Lot(id, earned, term, channel, points, steps);
    }

    /** The same under another term. */
    Lot under(Term other) {
        return new Lot(id, earned, other, channel, points, steps);
    }

    public UUID id() {
        return id;
    }

    /** When what it was given for happened. */
    public Instant earned() {
        return earned;
    }

    public Term term() {
        return term;
    }

    /** Which of the program's channels it was given through, {@code null} for none. */
    public @Nullable String channel() {
        return channel;
    }

    /** How many postings its term has led to. */
    public int steps() {
        return steps;
    }

    /** How many were given. */
    public long given() {
        return points.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many are in a place. */
    public long in(Place place) {
        return points.getOrDefault(place, 0L);
    }

    /** Moves points from one place to another. */
    void move(Place from, Place to, long number) {
        if (number < 0 || number > in(from)) {
            throw new IllegalArgumentException(
                    "Expected 0 to %d points of lot %s to go from %s to %s, but they were %d."
                            .formatted(in(from), id, from, to, number));
        }
        points.merge(from, -number, Long::sum);
        points.merge(to, number, Long::sum);
    }

    /** The number of the next posting of its term, from 1. */
    int nextStep() {
        steps++;
        return steps;
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(id, term, points);
    }
}
