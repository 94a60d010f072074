package dev.laurel.engine.rules;

import dev.laurel.engine.boosts.Boost;
import dev.laurel.engine.boosts.Boosting;
import dev.laurel.engine.boosts.Stack;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.Line;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.periods.LocalTimes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks for on one event: its formulas, the boosts on them, and one rounding at the end.
 * Lines are differences of rounded totals, so they sum to the whole.
 */
final class Amounts {

    private final Variables variables;
    private final Map<String, Long> asked;
    private final List<Line> lines;
    private final List<Boost> applying;
    private final List<Boost> heldOut;
    private final List<Failure> failures;

    private Amounts(Rule rule, Variables variables) {
        this.variables = variables;
        this.asked = LinkedHashMap.newLinkedHashMap(rule.awards().size());
        boolean plain = rule.boosts().isEmpty();
        this.lines = plain ? List.of() : new ArrayList<>();
        this.applying = plain ? List.of() : new ArrayList<>();
        this.heldOut = plain ? List.of() : new ArrayList<>();
        this.failures = plain ? List.of() : new ArrayList<>();
    }

    /**
     * Works them out.
     *
     * @throws ExpressionFailure when a formula fails; a boost that fails just does not apply
     */
    static Amounts of(
            Rule rule, Variables variables, LocalTimes times, String program, String member)
            throws ExpressionFailure {
        Amounts amounts = new Amounts(rule, variables);
        for (Boosting boosting : rule.boosts()) {
            amounts.consider(boosting, times, program, member);
        }
        for (Award award : rule.awards()) {
            amounts.add(award);
        }
        return amounts;
    }

    private void consider(Boosting boosting, LocalTimes times, String program, String member) {
        Boost boost = boosting.boost();
        try {
            if (boost.scope().miss(times, variables) == null && boosting.when().holds(variables)) {
                (boost.scope().holdsOut(program, member) ? heldOut : applying).add(boost);
            }
        } catch (ExpressionFailure failure) {
            failures.add(
                    new Failure(Cause.boost(boost.id()), String.valueOf(failure.getMessage())));
        }
    }

    private void add(Award award) throws ExpressionFailure {
        if (!applying.isEmpty() || !heldOut.isEmpty()) {
            boost(award);
            return;
        }
        long points = award.plain(variables);
        if (points != 0) {
            asked.put(award.wallet(), points);
        }
    }

    private void boost(Award award) throws ExpressionFailure {
        BigDecimal base = award.points().decimal(variables);
        List<Stack.Total> totals =
                base.signum() > 0 ? new Stack(applying, award.wallet()).totals(base) : List.of();
        List<Line> parts = new ArrayList<>();
        long sum = award.rounded(base);
        parts.add(new Line(award.wallet(), null, sum, false));
        for (Stack.Total total : totals) {
            long now = award.rounded(total.total());
            parts.add(new Line(award.wallet(), total.boost().id(), now - sum, false));
            sum = now;
        }
        for (Boost boost : heldOut) {
            if (base.signum() > 0 && boost.concerns(award.wallet())) {
                parts.add(new Line(award.wallet(), boost.id(), 0, true));
            }
        }
        if (sum != 0) {
            asked.put(award.wallet(), sum);
        }
        if (parts.size() > 1) {
            lines.addAll(parts);
        }
    }

    /** Points per wallet, in the order of the award, without zeros. */
    Map<String, Long> asked() {
        return asked;
    }

    /** What they are made of, empty without boosts. */
    List<Line> lines() {
        return lines;
    }

    /** Boosts that failed on the event. */
    List<Failure> failures() {
        return failures;
    }

    long of(Award award) {
        @Nullable Long points = asked.get(award.wallet());
        return points == null ? 0 : points;
    }
}
