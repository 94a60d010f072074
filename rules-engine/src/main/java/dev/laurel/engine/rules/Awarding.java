package dev.laurel.engine.rules;

import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.limits.Allowances;
import dev.laurel.engine.limits.Bounds;
import dev.laurel.engine.limits.Gate;
import dev.laurel.engine.limits.Places;
import dev.laurel.engine.periods.LocalTimes;
import dev.laurel.engine.scopes.Control;
import dev.laurel.engine.scopes.Scope;
import dev.laurel.engine.shares.Loss;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.LimitKey;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.Losing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives and takes the points of rules for one event and one member. */
public final class Awarding {

    private final Allowances allowances;
    private final Places places;
    private final LocalTimes times;
    private final String program;
    private final String member;
    private final List<EventTrace.Award> traces = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    /**
     * Begins.
     *
     * @param bounds the program's limits and wallets
     * @param times when the event happened, on which clocks
     * @param program the program's id
     * @param member the member's id
     */
    public Awarding(Draft draft, Bounds bounds, LocalTimes times, String program, String member) {
        this.allowances = new Allowances(draft, bounds);
        this.places = new Places(draft);
        this.times = times;
        this.program = program;
        this.member = member;
    }

    /** What has been asked for, to be able to undo it. */
    public List<EventTrace.Award> traces() {
        return traces;
    }

    /** Boosts that failed on the event. */
    public List<Failure> failures() {
        return failures;
    }

    /** Runs a rule for the beneficiary whose draft this is. */
    public RuleDecision run(Rule rule, Variables variables) {
        try {
            RuleDecision missed = missed(rule, times, variables);
            if (missed != null) {
                return missed;
            }
            String unmet = rule.when().unmet(variables);
            if (unmet != null) {
                return refused(rule, Map.of(), unmet);
            }
            Amounts amounts = Amounts.of(rule, variables, times, program, member);
            failures.addAll(amounts.failures());
            Control control = rule.scope().control();
            if (control != null && control.holdsOut(program, member)) {
                return decision(rule, Outcome.HELD_OUT, amounts, Map.of(), control.reason());
            }
            return amounts.asked().isEmpty()
                    ? decision(rule, Outcome.AWARDED, amounts, Map.of(), null)
                    : award(rule, amounts, variables);
        } catch (ExpressionFailure failure) {
            return failed(rule, failure);
        }
    }

    /**
     * Why a rule is not for somebody at some time, {@code null} when it is.
     *
     * @throws ExpressionFailure when its audience cannot be told
     */
    public static @Nullable RuleDecision missed(Rule rule, LocalTimes times, Variables variables)
            throws ExpressionFailure {
        Scope.Miss miss = rule.scope().miss(times, variables);
        if (miss == null) {
            return null;
        }
        Outcome outcome =
                switch (miss.part()) {
                    case WINDOW -> Outcome.NOT_IN_WINDOW;
                    case AUDIENCE -> Outcome.NOT_IN_AUDIENCE;
                };
        return new RuleDecision(rule.id(), outcome, Map.of(), Map.of(), miss.reason());
    }

    private RuleDecision award(Rule rule, Amounts amounts, Variables variables)
            throws ExpressionFailure {
        List<Gate> counts = Gate.of(Places.COUNT, rule.pace().counts(), times, variables);
        List<List<Gate>> gates = new ArrayList<>(rule.awards().size());
        for (Award award : rule.awards()) {
            List<Gate> all = Gate.of(award.wallet(), award.limits(), times, variables);
            gates.add(Allowances.concerning(amounts.of(award), all));
        }
        String refusal = refusal(rule, counts, amounts, gates);
        return refusal == null
                ? give(rule, counts, amounts, gates)
                : decision(rule, Outcome.REFUSED, amounts, Map.of(), refusal);
    }

    private @Nullable String refusal(
            Rule rule, List<Gate> counts, Amounts amounts, List<List<Gate>> gates)
            throws ExpressionFailure {
        Duration cooldown = rule.pace().cooldown();
        if (cooldown != null) {
            LimitKey slot = Places.slot(rule.id(), cooldown, times);
            String tooSoon = places.tooSoon(slot, cooldown, times);
            if (tooSoon != null) {
                return tooSoon;
            }
        }
        String tooOften = allowances.refusal(rule.awards().getFirst().points(), 1, counts);
        if (tooOften != null) {
            return tooOften;
        }
        for (int i = 0; i < gates.size(); i++) {
            Award award = rule.awards().get(i);
            String tooMuch = allowances.refusal(award.points(), amounts.of(award), gates.get(i));
            if (tooMuch != null) {
                return tooMuch;
            }
        }
        return null;
    }

    private RuleDecision give(
            Rule rule, List<Gate> counts, Amounts amounts, List<List<Gate>> gates) {
        List<String> trimmed = new ArrayList<>();
        boolean hasPlace = takePlace(rule, counts, trimmed);
        Map<String, Long> awarded = LinkedHashMap.newLinkedHashMap(gates.size());
        for (int i = 0; i < gates.size(); i++) {
            String wallet = rule.awards().get(i).wallet();
            long points = amounts.of(rule.awards().get(i));
            if (points == 0) {
                continue;
            }
            trace(rule, wallet, points, gates.get(i));
            if (hasPlace) {
                Allowances.Passed passed = allowances.pass(wallet, points, gates.get(i));
                trimmed.addAll(passed.trimmed());
                if (passed.given() != 0) {
                    awarded.put(wallet, passed.given());
                }
            }
        }
        return trimmed.isEmpty()
                ? decision(rule, Outcome.AWARDED, amounts, awarded, null)
                : decision(rule, Outcome.CAPPED, amounts, awarded, String.join(" ", trimmed));
    }

    private boolean takePlace(Rule rule, List<Gate> counts, List<String> trimmed) {
        Duration cooldown = rule.pace().cooldown();
        if (cooldown != null) {
            LimitKey slot = Places.slot(rule.id(), cooldown, times);
            places.take(slot, cooldown, times);
            traces.add(new EventTrace.Award(rule.id(), slot.wallet(), 1, List.of(slot)));
        }
        if (counts.isEmpty()) {
            return true;
        }
        trace(rule, Places.COUNT, 1, counts);
        Allowances.Passed passed = allowances.pass(Places.COUNT, 1, counts);
        trimmed.addAll(passed.trimmed());
        return passed.given() > 0;
    }

    private void trace(Rule rule, String wallet, long asked, List<Gate> through) {
        List<LimitKey> keys =
                through.isEmpty() ? List.of() : through.stream().map(Gate::key).toList();
        traces.add(new EventTrace.Award(rule.id(), wallet, asked, keys));
    }

    private static RuleDecision decision(
            Rule rule,
            Outcome outcome,
            Amounts amounts,
            Map<String, Long> awarded,
            @Nullable String reason) {
        return new RuleDecision(
                rule.id(), outcome, amounts.asked(), awarded, amounts.lines(), reason);
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
     * Takes back what a rule gave for an event of which a share is undone.
     *
     * @param awards what it asked for then, places before points
     * @param losing what goes of it; places, and what was given on those that others can have, go
     *     with the last of it
     * @param reason why, for people
     */
    public RuleDecision takeBack(
            String rule, List<EventTrace.Award> awards, Losing losing, String reason) {
        boolean completes = losing.loss().completes();
        Map<String, Long> asked = new LinkedHashMap<>();
        Map<String, Long> awarded = new LinkedHashMap<>();
        boolean shared = awards.stream().anyMatch(Awarding::isForOthersToo);
        boolean hadPlace = !shared || completes;
        for (EventTrace.Award award : awards) {
            if (Places.isCooldown(award.wallet())) {
                if (completes) {
                    places.giveBack(award.limits());
                }
                continue;
            }
            if (award.wallet().equals(Places.COUNT)) {
                hadPlace &= !completes || allowances.leavesPlace(award.limits());
                continue;
            }
            Loss loss = shared && completes ? Loss.WHOLE : losing.of(award);
            long less = shared && !completes ? 0 : loss.of(award.asked());
            if (less == 0) {
                continue;
            }
            asked.put(award.wallet(), -less);
            long taken = hadPlace ? allowances.passBack(award.wallet(), less, award.limits()) : 0;
            if (taken != 0) {
                awarded.put(award.wallet(), taken);
            }
        }
        return new RuleDecision(rule, Outcome.TAKEN_BACK, asked, awarded, reason);
    }

    /**
     * Whether a place goes from event to event, which can be told of whole events only: so what a
     * rule gave on it goes with the last of the event.
     */
    private static boolean isForOthersToo(EventTrace.Award award) {
        return award.wallet().equals(Places.COUNT)
                && award.limits().stream().anyMatch(key -> !key.whole());
    }
}
