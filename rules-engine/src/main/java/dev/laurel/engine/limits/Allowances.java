package dev.laurel.engine.limits;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.LimitCell;
import dev.laurel.engine.state.LimitKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What limits let through for one member.
 *
 * <p>A limit that trims lets through {@code min(cap, asked)} of the sum of all that was asked for
 * in its period. Several of them form a chain from the shortest period to the longest, each fed
 * with what the one before let through; a rule's own limits come before those that it shares. The
 * wallet's floor is the last. What has been given thus depends on the set of events and not on
 * their order, and an event taken back leaves what the others would have been given without it.
 */
public final class Allowances {

    private final Draft draft;
    private final Bounds bounds;
    private final Floors floors;

    public Allowances(Draft draft, Bounds bounds) {
        this.draft = draft;
        this.bounds = bounds;
        this.floors = new Floors(draft, bounds);
    }

    /**
     * Points that have gone through the limits.
     *
     * @param given what is left of them
     * @param through the limits that they went through, in that order
     * @param trimmed a sentence for each that held something back
     */
    public record Passed(long given, List<LimitKey> through, List<String> trimmed) {}

    /**
     * Why a limit refuses points whole, {@code null} when none does.
     *
     * @param formula what asks for the points
     * @throws ExpressionFailure when a limit cannot count that far
     */
    public @Nullable String refusal(
            String wallet, Expression formula, long points, List<Limit> limits, LocalDate date)
            throws ExpressionFailure {
        for (Limit limit : limits) {
            LimitCell cell = draft.limit(limit.key(wallet, limit.per().indexOf(date)));
            if (overflows(cell.asked(), points)) {
                throw formula.failure("all that was asked for exceeds 64 bits");
            }
            if (limit.whole() && points > 0 && points > limit.points() - cell.given()) {
                return sentence(wallet, limit, cell.given(), date)
                        .formatted("so %d more do not fit".formatted(points));
            }
        }
        return null;
    }

    private static boolean overflows(long asked, long points) {
        return points > 0 ? asked > Long.MAX_VALUE - points : asked < Long.MIN_VALUE - points;
    }

    /** Lets points through; those that take pass a rule's own limits by. */
    public Passed pass(String wallet, long asked, List<Limit> limits, LocalDate date) {
        List<LimitKey> through = new ArrayList<>(limits.size());
        List<String> trimmed = new ArrayList<>();
        long points = asked;
        for (Limit limit : limits) {
            if (asked < 0 && !limit.isShared()) {
                continue;
            }
            LimitKey key = limit.key(wallet, limit.per().indexOf(date));
            LimitCell cell = draft.limit(key);
            long given = limit.whole() ? points : passing(points, limit.points(), cell);
            if (given != points) {
                trimmed.add(
                        sentence(wallet, limit, cell.given(), date)
                                .formatted(soMany(given, points)));
            }
            draft.limit(key, new LimitCell(cell.asked() + points, cell.given() + given));
            through.add(key);
            points = given;
        }
        return new Passed(floors.pass(wallet, points, trimmed), through, trimmed);
    }

    /** Of points asked for now, between none and all of them, also where the cap has changed. */
    private static long passing(long points, long cap, LimitCell cell) {
        long room = Math.min(cap, cell.asked() + points) - cell.given();
        return Math.clamp(room, Math.min(0, points), Math.max(0, points));
    }

    /**
     * Takes points back.
     *
     * @param asked how many had been asked for
     * @param through the limits that they had gone through
     * @return what that moves, negative for points that had been given
     */
    public long passBack(String wallet, long asked, List<LimitKey> through) {
        long points = asked;
        for (LimitKey key : through) {
            LimitCell cell = draft.limit(key);
            long rest = Limit.floored(key, cell.asked() - points);
            long more = cell.given() - Math.min(bounds.cap(key), rest);
            long taken =
                    key.whole()
                            ? points
                            : Math.clamp(more, Math.min(0, points), Math.max(0, points));
            draft.limit(key, new LimitCell(rest, Limit.floored(key, cell.given() - taken)));
            points = taken;
        }
        return floors.pass(wallet, -points, new ArrayList<>());
    }

    static String soMany(long given, long asked) {
        return asked < 0
                ? "so %d of %d were taken".formatted(-given, -asked)
                : "so %d of %d were given".formatted(given, asked);
    }

    private static String sentence(String wallet, Limit limit, long given, LocalDate date) {
        String period = limit.per() == Period.EVER ? "ever" : "per " + limit.per().word();
        return "Expected at most %d %s %s%s, but %d were given %s, %%s."
                .formatted(
                        limit.points(),
                        wallet,
                        period,
                        limit.origin(),
                        given,
                        limit.per().phrase(date));
    }
}
