package dev.laurel.engine;

import dev.laurel.engine.ProgramIndex.Reactions;
import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.badges.BadgeConditions;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.ChallengeWindows;
import dev.laurel.engine.challenges.Judging;
import dev.laurel.engine.challenges.Knowledge;
import dev.laurel.engine.challenges.Participation;
import dev.laurel.engine.decisions.ActivationEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.decisions.MetricEffect;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.events.Reversal;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.ObjectValue;
import dev.laurel.engine.expressions.Trigger;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.metrics.Meter;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.metrics.Moment;
import dev.laurel.engine.periods.LocalTimes;
import dev.laurel.engine.revisions.Migration;
import dev.laurel.engine.rules.Awarding;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.streaks.Keeping;
import dev.laurel.engine.streaks.Streak;
import dev.laurel.engine.streaks.Streak.Activity;
import dev.laurel.engine.teams.Teamwork;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTrace.Contribution;
import dev.laurel.engine.wallets.Starts;
import dev.laurel.engine.winners.PlaceClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event that counts does to one beneficiary. */
final class Effect {

    private final Program program;
    private final Reactions reactions;
    private final Event event;
    private final Member beneficiary;
    private final LocalDate date;
    private final EffectIds ids;
    private final Draft draft;
    private final Set<String> begunAnew;
    private final Judges judges;
    private final Remembering remembering;
    private final Recipients recipients;
    private final Starts starts;
    private final Moment moment;
    private final Participation participation;
    private final LocalTimes times;
    private final Awarding awarding;
    private final Keeping keeping;
    private final Undoing undoing;
    private final Activating activating;
    private final List<Event> ahead;

    private final List<RuleDecision> rules = new ArrayList<>();
    private final List<PointsEffect> points = new ArrayList<>();
    private final List<ActivationEffect> activations = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final List<Contribution> contributions = new ArrayList<>();
    private final List<Contribution> moved = new ArrayList<>();
    private final Teamwork teamwork = new Teamwork();
    private final Set<String> changedMetrics = new LinkedHashSet<>();
    private final Set<String> unkept = new HashSet<>();
    private final Set<String> others = new LinkedHashSet<>();

    Effect(
            Program program,
            Reactions reactions,
            Member beneficiary,
            MemberState state,
            EventMemory memory,
            Event event,
            LocalDate date,
            EffectIds ids,
            List<Event> ahead) {
        this.program = program;
        this.reactions = reactions;
        this.event = event;
        this.beneficiary = beneficiary;
        this.date = date;
        this.ids = ids;
        Migration.Migrated migrated =
                Migration.of(program.revisions(), program.challenges(), program.badges(), state);
        this.draft = new Draft(migrated.state(), program.revisions().version());
        this.begunAnew = Begun.anew(program, state, draft);
        this.judges = new Judges(program, draft, migrated.afresh());
        this.remembering = new Remembering(program, reactions, event, beneficiary, draft);
        this.starts = new Starts(program.index().startingWallets(), draft, ids);
        this.moment = new Moment(date, event.time(), event.id(), beneficiary.teamAt(event.time()));
        this.participation =
                new Participation(
                        beneficiary,
                        event.time(),
                        program.index()::entry,
                        this::ofMember,
                        failures);
        this.times = new LocalTimes(event.time(), program.zone(), beneficiary.zone());
        this.awarding =
                new Awarding(
                        draft, program.index().bounds(), times, program.id(), beneficiary.id());
        this.keeping = new Keeping(draft, ids, zone(program, beneficiary));
        this.undoing = new Undoing(program, memory);
        this.activating = new Activating(program, memory, ids);
        this.ahead = ahead;
        ObjectValue view = reactions.schema().value(event);
        this.recipients = new Recipients(program.index().variables(), view, event, beneficiary);
    }

    Result result() {
        List<Result.Remembered> traces = new ArrayList<>();
        Decision.Outcome outcome = Decision.Outcome.DECIDED;
        @Nullable String reason = null;
        if (reactions.reversal() != null) {
            outcome = Decision.Outcome.REVERSED;
            switch (undoing.find(reactions.reversal(), event, recipients.ofSubject())) {
                case Undoing.Target.None(String why) -> reason = why;
                case Undoing.Target.NotYet(String why, Result.Remembered trace) -> {
                    outcome = Decision.Outcome.WAITING;
                    reason = why;
                    traces.add(trace);
                }
                case Undoing.Target.Found found -> {
                    traces.add(new Result.Remembered(found.key(), takeBack(found, event)));
                    others.addAll(found.counted().beneficiaries());
                }
            }
        } else {
            starts.count();
        }
        if (reactions.activation() != null) {
            switch (activating.find(reactions.activation(), event, recipients.ofSubject())) {
                case Activating.Target.None(String why) -> reason = why;
                case Activating.Target.NotYet(String why, Result.Remembered trace) -> {
                    reason = why;
                    traces.add(trace);
                }
                case Activating.Target.Found(
                                List<ActivationEffect> effects,
                                Set<String> theirs) -> {
                    activations.addAll(effects);
                    others.addAll(theirs);
                }
            }
        }
        reactions.rules().forEach(this::apply);
        failures.addAll(awarding.failures());
        reactions.meters().forEach(this::apply);
        reactions.activities().forEach(this::apply);
        EventTrace done = remembering.trace(moment, awarding, contributions, keeping, others);
        Map<String, Instant> activated = activating.ahead(event, done, ahead);
        EventTrace trace = undoneAhead(done);
        if (trace instanceof EventTrace.Undone(String _, LocalDate _, EventKey by)) {
            outcome = Decision.Outcome.UNDONE;
            reason =
                    "Expected an event that stands, but '%s' had undone it before it came."
                            .formatted(by.id());
        }
        BadgeChanges badges = new BadgeChanges(draft, ids);
        Knowledge knowledge = new Knowledge(participation, this::ofMember, failures);
        Judging judging =
                new Judging(draft, date, ids, badges, knowledge, program.index().metrics(), unkept);
        judges.challenges(judging, changedMetrics);
        // Teams are judged elsewhere: what their news lead to finds nothing kept.
        unkept.stream().filter(program.index().teams()::has).forEach(draft::unkeep);
        judges.streaks(keeping, badges);
        judges.badges(
                new BadgeConditions(this::ofMetrics, badges, failures), changedMetrics, moved);
        judging.points().forEach(effect -> points.add(effect.in(moment.team())));
        starts.settle().forEach(effect -> points.add(effect.in(moment.team())));
        keeping.points().forEach(effect -> points.add(effect.in(moment.team())));
        traces.add(new Result.Remembered(event.key(), trace));
        List<MetricEffect> metrics =
                program.index().toldMetrics().effects(draft, begunAnew, moved, contributions);
        remembering.forget(changedMetrics);
        if (isSubject()) {
            remembering.endSilences();
        }
        Decision decision =
                new Decision(
                        ids.decision(event.key()),
                        program.id(),
                        beneficiary.id(),
                        event,
                        date,
                        outcome,
                        reason,
                        rules,
                        judging.decisions(),
                        keeping.decisions(),
                        program.index().complete(points, event, activated),
                        activations,
                        isSubject() ? program.index().wallets().activities(event) : List.of(),
                        badges.effects(),
                        metrics,
                        failures);
        return new Result(
                draft.finish(),
                decision,
                traces,
                others,
                teamwork.contributions(beneficiary.id(), event),
                PlaceClaim.of(judging.requests(), beneficiary.id(), event),
                ahead);
    }

    /** Lets reversals that came before the event undo their shares of what it has just done. */
    private EventTrace undoneAhead(EventTrace trace) {
        EventTrace left = trace;
        for (Event reversal : ahead) {
            Reversal how = program.reversals().get(reversal.type());
            if (how != null
                    && how.of().equals(event.type())
                    && left instanceof EventTrace.Counted counted) {
                switch (undoing.found(how, reversal, event.key(), counted)) {
                    case Undoing.Target.Found found -> left = takeBack(found, reversal);
                    case Undoing.Target.None(String why) ->
                            failures.add(new Failure(Cause.reversal(reversal.type()), why));
                    case Undoing.Target.NotYet _ -> {}
                }
            }
        }
        return left;
    }

    /** Takes back what goes of an event; gives what is to be remembered of it now. */
    private EventTrace takeBack(Undoing.Target.Found found, Event reversal) {
        EventTrace.Counted counted = found.counted();
        boolean completes = found.losing().loss().completes();
        if (completes) {
            starts.takeBack();
        }
        found.notes()
                .forEach(note -> failures.add(new Failure(Cause.reversal(reversal.type()), note)));
        Undoing.byRule(counted)
                .forEach((rule, awards) ->
                        takeBack(
                                awarding.takeBack(rule, awards, found.losing(), found.reason()),
                                found.key(),
                                reversal,
                                counted.original().team()));
        for (Contribution made : counted.contributions()) {
            MetricCell lost = found.losing().of(made);
            Contribution contribution = program.revisions().left(made, counted.version());
            if (lost != null && contribution != null) {
                Meter.takeBack(contribution, lost, draft);
                moved.add(contribution);
                teamwork.takeBack(contribution, lost);
                changedMetrics.add(contribution.cells().getFirst().metric());
                unkeep(contribution, counted.version());
            }
        }
        if (completes) {
            counted.marks().stream()
                    .filter(mark -> program.revisions().has(mark, counted.version()))
                    .forEach(mark ->
                            keeping.unmark(
                                    mark,
                                    program.revisions()
                                            .keeps(
                                                    Cause.streak(mark.streak()),
                                                    counted.version())));
        }
        return found.losing().loss().after().isWhole()
                ? new EventTrace.Undone(counted.type(), counted.until(), reversal.key())
                : counted.with(found.losing().after());
    }

    private void unkeep(Contribution undone, int version) {
        if (version < program.revisions().version()) {
            program.challenges().stream()
                    .filter(each -> ChallengeWindows.hold(each, undone))
                    .map(Challenge::id)
                    .filter(each -> program.revisions().keeps(Cause.challenge(each), version))
                    .forEach(unkept::add);
        }
    }

    private void apply(Rule rule) {
        switch (recipients.of(rule.beneficiary())) {
            case Recipients.Ours(Variables variables) -> add(awarding.run(rule, variables));
            case Recipients.Theirs(String member, Variables variables) -> {
                if (isSubject()) {
                    propose(rule, member, variables);
                }
            }
            case Recipients.Nobody(String reason, Variables variables) -> {
                if (isSubject()) {
                    refuse(rule, reason, variables);
                }
            }
        }
    }

    private void propose(Rule rule, String member, Variables variables) {
        if (rule.readsMember()) {
            others.add(member);
            return;
        }
        try {
            RuleDecision missed = Awarding.missed(rule, times, variables);
            if (missed != null) {
                rules.add(missed);
                return;
            }
            String unmet = rule.when().unmet(variables);
            if (unmet == null) {
                others.add(member);
            } else {
                rules.add(Awarding.refused(rule, Map.of(), unmet));
            }
        } catch (ExpressionFailure failure) {
            rules.add(Awarding.failed(rule, failure));
        }
    }

    private void refuse(Rule rule, String reason, Variables variables) {
        try {
            String unmet = rule.when().unmet(variables);
            rules.add(Awarding.refused(rule, Map.of(), unmet == null ? reason : unmet));
        } catch (ExpressionFailure failure) {
            rules.add(Awarding.failed(rule, failure));
        }
    }

    private void add(RuleDecision decision) {
        rules.add(decision);
        decision.awarded()
                .forEach((wallet, number) ->
                        points.add(effect(decision, event, wallet, number).in(moment.team())));
    }

    /** What a rule takes back, because of the event or of a reversal that came before it. */
    private void takeBack(
            RuleDecision decision, EventKey undone, Event reversal, @Nullable String team) {
        rules.add(decision);
        Event before = reversal.equals(event) ? null : reversal;
        decision.awarded()
                .forEach((wallet, number) ->
                        points.add(
                                effect(decision, reversal, wallet, number)
                                        .in(team)
                                        .because(before)
                                        .undoing(ids.rule(undone, decision.rule(), wallet))));
    }

    private PointsEffect effect(RuleDecision decision, Event because, String wallet, long number) {
        return new PointsEffect(
                ids.rule(because.key(), decision.rule(), wallet),
                wallet,
                number,
                Cause.rule(decision.rule()));
    }

    private void apply(Meter meter) {
        Metric metric = meter.metric();
        consider(
                metric.beneficiary(),
                metric.when(),
                Cause.metric(metric.id()),
                variables -> measure(meter, variables));
    }

    private void measure(Meter meter, Variables variables) throws ExpressionFailure {
        Contribution contribution = meter.add(variables, moment, participation::counts, draft);
        if (contribution != null) {
            contributions.add(contribution);
            teamwork.add(contribution);
            moved.add(contribution);
            changedMetrics.add(meter.metric().id());
        }
    }

    private void apply(Activity activity) {
        Trigger trigger = activity.trigger();
        Streak streak = Objects.requireNonNull(program.index().streak(activity.streak()));
        consider(
                trigger.beneficiary(),
                trigger.when(),
                Cause.streak(activity.streak()),
                variables -> keeping.mark(streak, activity, variables, event.time()));
    }

    /** What is done with the variables of an event. */
    @FunctionalInterface
    private interface Work {
        void with(Variables variables) throws ExpressionFailure;
    }

    /**
     * Works where the condition holds and it is about the beneficiary; else names whom it is about.
     */
    private void consider(@Nullable Expression of, Condition when, Cause cause, Work work) {
        try {
            switch (recipients.of(of)) {
                case Recipients.Ours(Variables variables) -> {
                    if (when.holds(variables)) {
                        work.with(variables);
                    }
                }
                case Recipients.Theirs(String member, Variables variables) -> {
                    if (isSubject() && (when.readsMember() || when.holds(variables))) {
                        others.add(member);
                    }
                }
                case Recipients.Nobody _ -> {}
            }
        } catch (ExpressionFailure failure) {
            failures.add(new Failure(cause, String.valueOf(failure.getMessage())));
        }
    }

    private static ZoneId zone(Program program, Member member) {
        ZoneId own = member.zone();
        return own == null ? program.zone() : own;
    }

    private Variables ofMetrics(String object) {
        return program.index().variables().ofMetrics(draft, beneficiary, event.time(), object);
    }

    private Variables ofMember() {
        return program.index().variables().ofMember(beneficiary, event.time());
    }

    private boolean isSubject() {
        return beneficiary.id().equals(event.subject());
    }
}
