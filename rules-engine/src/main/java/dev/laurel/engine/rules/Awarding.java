package dev.laurel.engine.rules;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.rules.Award.Limit;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.traces.EventTrace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives and takes the points of rules for one event. */
public final class Awarding {

    /** So that a ledger of 64 bits holds millions of the largest awards. */
    static final long MOST_POINTS = 1_000_000_000_000L;

    private final Allowances allowances;
    private final List<EventTrace.Award> traces = new ArrayList<>();

    /**
     * Begins.
     *
     * @param date the event's local date
     */
    public Awarding(Draft draft, LocalDate date) {
        this.allowances = new Allowances(draft, date);
    }

    /** What has been asked for, to be able to undo it. */
    public List<EventTrace.Award> traces() {
        return traces;
    }

    /** Runs a rule for the beneficiary whose draft this is. */
    public RuleDecision run(Rule rule, Variables variables) {
        Map<String, Long> asked = new LinkedHashMap<>();
        try {
            String unmet = rule.when().unmet(variables);
            if (unmet != null) {
                return refused(rule, asked, unmet);
            }
            for (Award award : rule.awards()) {
                long points = points(award, variables);
                if (points != 0) {
                    asked.put(award.wallet(), points);
                }
            }
            String tooMuch = allowances.refusal(rule, asked);
            return tooMuch == null ? give(rule, asked) : refused(rule, asked, tooMuch);
        } catch (ExpressionFailure failure) {
            return failed(rule, failure);
        }
    }

    private RuleDecision give(Rule rule, Map<String, Long> asked) {
        Map<String, Long> awarded = new LinkedHashMap<>();
        List<String> trimmed = new ArrayList<>();
        for (Award award : rule.awards()) {
            Long points = asked.get(award.wallet());
            if (points == null) {
                continue;
            }
            boolean limited = points > 0;
            long given = limited ? allowances.pass(rule, award, points, trimmed) : points;
            if (given != 0) {
                awarded.put(award.wallet(), given);
            }
            traces.add(trace(rule, award, points, limited ? award.limits() : List.of()));
        }
        return trimmed.isEmpty()
                ? new RuleDecision(rule.id(), Outcome.AWARDED, asked, awarded, null)
                : new RuleDecision(
                        rule.id(), Outcome.CAPPED, asked, awarded, String.join(" ", trimmed));
    }

    private static EventTrace.Award trace(Rule rule, Award award, long points, List<Limit> limits) {
        List<EventTrace.Passed> passed =
                limits.stream().map(l -> new EventTrace.Passed(l.per(), l.whole())).toList();
        return new EventTrace.Award(rule.id(), award.wallet(), points, passed);
    }

    private static long points(Award award, Variables variables) throws ExpressionFailure {
        long points = award.points().whole(variables);
        if (points > MOST_POINTS || points < -MOST_POINTS) {
            throw award.points()
                    .failure("%d is beyond %d points at once".formatted(points, MOST_POINTS));
        }
        return points;
    }

    /** A rule that does not apply. */
    public static RuleDecision refused(Rule rule, Map<String, Long> asked, String reason) {
        return new RuleDecision(rule.id(), Outcome.REFUSED, asked, Map.of(), reason);
    }

    /** A rule of which an expression failed. */
    public static RuleDecision failed(Rule rule, ExpressionFailure failure) {
        return new RuleDecision(
                rule.id(), Outcome.FAILED, Map.of(), Map.of(), failure.getMessage());
    }

    /**
     * Takes back what a rule gave for an event that is undone.
     *
     * @param awards what it asked for then
     * @param now the rule as it is now, {@code null} when it is gone
     * @param reason why, for people
     */
    public RuleDecision takeBack(
            String rule, List<EventTrace.Award> awards, @Nullable Rule now, String reason) {
        Map<String, Long> asked = new LinkedHashMap<>();
        Map<String, Long> awarded = new LinkedHashMap<>();
        for (EventTrace.Award award : awards) {
            asked.put(award.wallet(), -award.asked());
            long taken = allowances.passBack(award, now);
            if (taken != 0) {
                awarded.put(award.wallet(), taken);
            }
        }
        return new RuleDecision(rule, Outcome.TAKEN_BACK, asked, awarded, reason);
    }
}
