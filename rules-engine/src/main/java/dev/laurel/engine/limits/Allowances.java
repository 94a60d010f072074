package dev.laurel.engine.limits;

import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.LimitCell;
import dev.laurel.engine.state.LimitKey;
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
     * @param trimmed a sentence for each limit that held something back
     */
    public record Passed(long given, List<String> trimmed) {}

    /**
     * Why a limit refuses points whole, {@code null} when none does.
     *
     * @param formula what asks for the points
     * @throws ExpressionFailure when a limit cannot count that far
     */
    public @Nullable String refusal(Expression formula, long points, List<Gate> gates)
            throws ExpressionFailure {
        for (Gate gate : gates) {
            LimitCell cell = draft.limit(gate.key());
            if (overflows(cell.asked(), points)) {
                throw formula.failure("all that was asked for exceeds 64 bits");
            }
            if (gate.limit().whole() && points > 0 && points > gate.limit().most() - cell.given()) {
                return gate.sentence(cell.given(), "so %d more do not fit".formatted(points));
            }
        }
        return null;
    }

    private static boolean overflows(long asked, long points) {
        return points > 0 ? asked > Long.MAX_VALUE - points : asked < Long.MIN_VALUE - points;
    }

    /** The gates that points go through: those that take pass a rule's own limits by. */
    public static List<Gate> concerning(long asked, List<Gate> gates) {
        return asked >= 0 ? gates : gates.stream().filter(gate -> gate.limit().isShared()).toList();
    }

    /** Lets points through. */
    public Passed pass(String wallet, long asked, List<Gate> gates) {
        List<String> trimmed = new ArrayList<>();
        long points = asked;
        for (Gate gate : gates) {
            LimitCell cell = draft.limit(gate.key());
            long given = gate.limit().whole() ? points : passing(points, gate.limit().most(), cell);
            if (given != points) {
                trimmed.add(gate.sentence(cell.given(), soMany(given, points)));
            }
            draft.limit(gate.key(), new LimitCell(cell.asked() + points, cell.given() + given));
            points = given;
        }
        return new Passed(floors.pass(wallet, points, trimmed), trimmed);
    }

    /** Of points asked for now, between none and all of them, also where the cap has changed. */
    static long passing(long points, long cap, LimitCell cell) {
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

    /**
     * Gives an event's place back; says whether it is free then, and not taken by another event
     * that had none.
     *
     * @param through the limits on how often that it had gone through
     */
    public boolean leavesPlace(List<LimitKey> through) {
        return passBack(Places.COUNT, 1, through) != 0;
    }

    static String soMany(long given, long asked) {
        return asked < 0
                ? "so %d of %d were taken".formatted(-given, -asked)
                : "so %d of %d were given".formatted(given, asked);
    }
}
