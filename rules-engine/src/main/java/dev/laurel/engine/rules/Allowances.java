package dev.laurel.engine.rules;

import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.rules.Award.Limit;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.LimitCell;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of rules for one member on one day.
 *
 * <p>A limit that trims lets through {@code min(cap, asked)} of all that was asked for in its
 * period. Several of them form a chain from the shortest period to the longest, each fed with what
 * the one before let through. What has been given thus depends on the set of events and not on
 * their order, and an event taken back leaves what the others would have been given without it.
 */
final class Allowances {

    private final Draft draft;
    private final LocalDate date;

    Allowances(Draft draft, LocalDate date) {
        this.draft = draft;
        this.date = date;
    }

    /**
     * Why a limit refuses an award whole, {@code null} when none does.
     *
     * @throws ExpressionFailure when a limit cannot count that far
     */
    @Nullable String refusal(Rule rule, Map<String, Long> asked) throws ExpressionFailure {
        for (Award award : rule.awards()) {
            long points = asked.getOrDefault(award.wallet(), 0L);
            for (Limit limit : award.limits()) {
                LimitCell cell = draft.limit(key(rule.id(), award.wallet(), limit));
                long given = cell.given();
                if (points > Long.MAX_VALUE - cell.asked()) {
                    throw award.points().failure("all that was asked for exceeds 64 bits");
                }
                if (limit.whole() && points > 0 && points > limit.points() - given) {
                    return sentence(award, limit, given)
                            .formatted("so %d more do not fit".formatted(points));
                }
            }
        }
        return null;
    }

    /** What the limits let through of points asked for; adds a sentence for each that trims. */
    long pass(Rule rule, Award award, long asked, List<String> trimmed) {
        long points = asked;
        for (Limit limit : award.limits()) {
            LimitKey key = key(rule.id(), award.wallet(), limit);
            LimitCell cell = draft.limit(key);
            long total = cell.asked() + points;
            long room = Math.min(limit.points(), total) - cell.given();
            long given = limit.whole() ? points : Math.clamp(room, 0, points);
            if (given < points) {
                trimmed.add(
                        sentence(award, limit, cell.given())
                                .formatted("so %d of %d were given".formatted(given, points)));
            }
            draft.limit(key, new LimitCell(total, cell.given() + given));
            points = given;
        }
        return points;
    }

    /** What taking an award back takes, negative for points that were given. */
    long passBack(EventTrace.Award award, @Nullable Rule now) {
        long points = award.asked();
        for (EventTrace.Passed passed : award.limits()) {
            LimitKey key = key(award.rule(), award.wallet(), passed.per(), passed.whole());
            LimitCell cell = draft.limit(key);
            long rest = Math.max(0, cell.asked() - points);
            long held = Math.min(cap(award, passed, now), rest);
            long taken = passed.whole() ? points : Math.clamp(cell.given() - held, 0, points);
            draft.limit(key, new LimitCell(rest, Math.max(0, cell.given() - taken)));
            points = taken;
        }
        return -points;
    }

    /** The limit's present cap; where it is gone, no more is taken than was given. */
    private static long cap(EventTrace.Award award, EventTrace.Passed passed, @Nullable Rule now) {
        if (now == null) {
            return Long.MAX_VALUE;
        }
        return now.awards().stream()
                .filter(other -> other.wallet().equals(award.wallet()))
                .flatMap(other -> other.limits().stream())
                .filter(l -> l.per() == passed.per() && l.whole() == passed.whole())
                .mapToLong(Limit::points)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private LimitKey key(String rule, String wallet, Limit limit) {
        return key(rule, wallet, limit.per(), limit.whole());
    }

    private LimitKey key(String rule, String wallet, Period per, boolean whole) {
        return new LimitKey(rule, wallet, per, per.indexOf(date), whole);
    }

    private String sentence(Award award, Limit limit, long given) {
        String period = limit.per() == Period.EVER ? "ever" : "per " + limit.per().word();
        return "Expected at most %d %s %s, but %d were given %s, %%s."
                .formatted(limit.points(), award.wallet(), period, given, limit.per().phrase(date));
    }
}
