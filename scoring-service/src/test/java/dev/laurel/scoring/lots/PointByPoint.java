package dev.laurel.scoring.lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member's points in a wallet as they should be, by keeping every single point. What happens does
 * so now: nothing is late.
 */
public final class PointByPoint {

    private enum Where {
        PENDING,
        OPEN,
        HELD,
        SPENT,
        GONE,
        EXPIRED
    }

    private static final class Point {

        private final @Nullable UUID lot;
        private Instant activates;
        private Instant expires;
        private Instant order;
        private boolean sliding;
        private Where where = Where.PENDING;
        private @Nullable UUID hold;
        private int place;

        Point(@Nullable UUID lot, Instant activates, Instant expires) {
            this.lot = lot;
            this.activates = activates;
            this.expires = expires;
            this.order = expires;
        }

        boolean isIn(Where other) {
            return where == other;
        }

        String name() {
            return lot == null ? "~" : lot.toString();
        }
    }

    /**
     * Points that slide end together; which of them go first follows from when they would have
     * ended, as it was last looked at.
     */
    private static final Comparator<Point> FIRST_TO_EXPIRE =
            Comparator.<Point, Instant>comparing(point -> point.order).thenComparing(Point::name);

    private final List<Point> points = new ArrayList<>();
    private final Map<Side, Long> program = new EnumMap<>(Side.class);
    private long owed;
    private int places;

    /** What is on each side that has anything. */
    public Map<Side, Long> sides() {
        Map<Side, Long> sides = new EnumMap<>(program);
        sides.put(Side.PENDING, in(Where.PENDING).count());
        sides.put(Side.AVAILABLE, in(Where.OPEN).count() - owed);
        sides.put(Side.HELD, in(Where.HELD).count());
        sides.put(Side.SPENT, in(Where.SPENT).count());
        sides.put(Side.EXPIRED, in(Where.EXPIRED).count());
        sides.values().removeIf(number -> number == 0);
        return sides;
    }

    public long available() {
        return in(Where.OPEN).count() - owed;
    }

    public long held(UUID hold) {
        return in(Where.HELD).filter(point -> hold.equals(point.hold)).count();
    }

    public long spent(UUID hold) {
        return in(Where.SPENT).filter(point -> hold.equals(point.hold)).count();
    }

    /** The clock reaches an instant. */
    public void at(Instant now) {
        reorder(now);
        points.stream()
                .filter(point -> point.isIn(Where.PENDING) && !now.isBefore(point.activates))
                .sorted(Comparator.comparing(point -> point.activates))
                .forEach(point -> {
                    expire(point.activates);
                    open(point);
                });
        expire(now);
    }

    /** What would have ended is looked at again, where anything is left of it. */
    private void reorder(Instant now) {
        Set<String> left =
                points.stream()
                        .filter(point -> point.isIn(Where.PENDING) || point.isIn(Where.OPEN))
                        .map(Point::name)
                        .collect(Collectors.toSet());
        points.stream()
                .filter(point -> left.contains(point.name()) && !now.isBefore(point.order))
                .forEach(point -> point.order = point.expires);
    }

    private void expire(Instant now) {
        in(Where.OPEN)
                .filter(point -> !now.isBefore(point.expires))
                .toList()
                .forEach(point -> point.where = Where.EXPIRED);
    }

    private void open(Point point) {
        if (owed > 0) {
            owed--;
            point.where = Where.GONE;
        } else {
            point.where = Where.OPEN;
        }
    }

    public void give(UUID id, long number, Instant now, @Nullable Term term) {
        program.merge(Side.ISSUANCE, -number, Long::sum);
        for (long i = 0; i < number; i++) {
            Point point =
                    term == null
                            ? new Point(null, now, Instant.MAX)
                            : new Point(id, term.activates(), term.end());
            point.sliding = term != null && term.sliding();
            points.add(point);
        }
        at(now);
    }

    /** What a lot waits for happens now. */
    public void activate(UUID lot, Term term, Instant now) {
        in(Where.PENDING)
                .filter(point -> lot.equals(point.lot))
                .forEach(point -> {
                    point.activates = now;
                    point.expires = term.end();
                    point.order = term.end();
                });
        at(now);
    }

    /** The member is active now. */
    public void active(Instant now, Instant until) {
        points.stream()
                .filter(point -> point.sliding && now.isBefore(point.expires))
                .filter(point -> point.activates.isBefore(Instant.MAX))
                .filter(point -> point.expires.isBefore(until))
                .forEach(point -> point.expires = until);
    }

    public void take(long number, @Nullable UUID undoes, Shortfall shortfall) {
        program.merge(Side.ISSUANCE, number, Long::sum);
        long left = number;
        if (undoes != null) {
            Predicate<Point> own = point -> undoes.equals(point.lot);
            left -= gone(in(Where.PENDING).filter(own), left);
            left -= gone(in(Where.OPEN).filter(own), left);
            left -= gone(in(Where.EXPIRED).filter(own), left);
        }
        left -= gone(in(Where.OPEN).sorted(FIRST_TO_EXPIRE), left);
        switch (shortfall) {
            case ALLOW -> owed += left;
            case FORBID -> program.merge(Side.UNCOLLECTED, -left, Long::sum);
            case TO_ZERO -> program.merge(Side.WRITTEN_OFF, -left, Long::sum);
        }
    }

    private static long gone(Stream<Point> some, long most) {
        List<Point> gone = some.limit(most).toList();
        gone.forEach(point -> point.where = Where.GONE);
        return gone.size();
    }

    public void reserve(UUID hold, long number) {
        in(Where.OPEN)
                .sorted(FIRST_TO_EXPIRE)
                .limit(number)
                .toList()
                .forEach(point -> {
                    point.where = Where.HELD;
                    point.hold = hold;
                    point.place = places++;
                });
    }

    public void spend(UUID hold, long number) {
        of(hold, Where.HELD).limit(number).toList().forEach(point -> point.where = Where.SPENT);
    }

    public void giveBack(UUID hold, Instant now) {
        of(hold, Where.HELD).toList().forEach(this::open);
        reorder(now);
        expire(now);
    }

    public void refund(UUID hold, long number, Instant now) {
        of(hold, Where.SPENT).toList().reversed().stream().limit(number).forEach(this::open);
        reorder(now);
        expire(now);
    }

    public void payIn(long number) {
        program.merge(Side.EXCHANGED, number, Long::sum);
        gone(in(Where.OPEN).sorted(FIRST_TO_EXPIRE), number);
    }

    public void payOut(long number, Instant now) {
        program.merge(Side.EXCHANGED, -number, Long::sum);
        for (long i = 0; i < number; i++) {
            points.add(new Point(null, now, Instant.MAX));
        }
        at(now);
    }

    private Stream<Point> of(UUID hold, Where where) {
        return in(where)
                .filter(point -> hold.equals(point.hold))
                .sorted(Comparator.comparingInt(point -> point.place));
    }

    private Stream<Point> in(Where where) {
        return points.stream().filter(point -> point.isIn(where));
    }
}
