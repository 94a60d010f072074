package dev.laurel.engine.rules;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.limits.Allowances;
import dev.laurel.engine.limits.Bounds;
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
    private final LocalDate date;
    private final List<EventTrace.Award> traces = new ArrayList<>();

    /**
     * Begins.
     *
     * @param bounds the program's limits and wallets
     * @param date the event's local date
     */
    public Awarding(Draft draft, Bounds bounds, LocalDate date) {
        this.allowances = new Allowances(draft, bounds);
        this.date = date;
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
            String tooMuch = refusal(rule, asked);
            return tooMuch == null ? give(rule, asked) : refused(rule, asked, tooMuch);
        } catch (ExpressionFailure failure) {
            return failed(rule, failure);
        }
    }

    private @Nullable String refusal(Rule rule, Map<String, Long> asked) throws ExpressionFailure {
        for (Award award : rule.awards()) {
            long points = asked.getOrDefault(award.wallet(), 0L);
            String refusal =
                    allowances.refusal(
                            award.wallet(), award.points(), points, award.limits(), date);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private RuleDecision give(Rule rule, Map<String, Long> asked) {
        Map<String, Long> awarded = new LinkedHashMap<>();
        List<String> trimmed = new ArrayList<>();
        for (Award award : rule.awards()) {
            Long points = asked.get(award.wallet());
            if (points == null) {
                continue;
            }
            Allowances.Passed passed =
                    allowances.pass(award.wallet(), points, award.limits(), date);
            if (passed.given() != 0) {
                awarded.put(award.wallet(), passed.given());
            }
            trimmed.addAll(passed.trimmed());
            traces.add(new EventTrace.Award(rule.id(), award.wallet(), points, passed.through()));
        }
        return trimmed.isEmpty()
                ? new RuleDecision(rule.id(), Outcome.AWARDED, asked, awarded, null)
                : new RuleDecision(
                        rule.id(), Outcome.CAPPED, asked, awarded, String.join(" ", trimmed));
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
     * @param reason why, for people
     */
    public RuleDecision takeBack(String rule, List<EventTrace.Award> awards, String reason) {
        Map<String, Long> asked = new LinkedHashMap<>();
        Map<String, Long> awarded = new LinkedHashMap<>();
        for (EventTrace.Award award : awards) {
            asked.put(award.wallet(), -award.asked());
            long taken = allowances.passBack(award.wallet(), award.asked(), award.limits());
            if (taken != 0) {
                awarded.put(award.wallet(), taken);
            }
        }
        return new RuleDecision(rule, Outcome.TAKEN_BACK, asked, awarded, reason);
    }
}
