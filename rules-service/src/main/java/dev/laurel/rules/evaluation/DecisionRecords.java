package dev.laurel.rules.evaluation;

import dev.laurel.contracts.decisions.ActivationEffect;
import dev.laurel.contracts.decisions.ActivityEffect;
import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Budget;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.ChallengeDecision.Occurrence;
import dev.laurel.contracts.decisions.ChallengeDecision.Place;
import dev.laurel.contracts.decisions.ChallengeDecision.StepProgress;
import dev.laurel.contracts.decisions.ChallengeDecision.Team;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.Failure;
import dev.laurel.contracts.decisions.Line;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.decisions.StreakDecision;
import dev.laurel.contracts.decisions.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The engine's decisions as the records that other services read. */
public final class DecisionRecords {

    /** Decimals of what metrics say. */
    private static final int MILLIONTHS = 6;

    private DecisionRecords() {}

    /** The record of a decision made by that version. */
    public static Decision of(
            dev.laurel.engine.decisions.Decision decision, ProgramInForce program) {
        return new Decision(
                decision.id(),
                decision.program(),
                program.version(),
                program.hash(),
                decision.member(),
                event(decision.event(), decision.localDate(), program),
                outcome(decision.outcome()),
                decision.reason(),
                decision.rules().stream().map(DecisionRecords::rule).toList(),
                decision.challenges().stream().map(DecisionRecords::challenge).toList(),
                decision.streaks().stream().map(DecisionRecords::streak).toList(),
                decision.points().stream().map(effect -> points(effect, program)).toList(),
                decision.badges().stream().map(DecisionRecords::badge).toList(),
                decision.failures().isEmpty()
                        ? null
                        : decision.failures().stream()
                                .map(each -> new Failure(each.cause().toString(), each.message()))
                                .toList(),
                decision.activations().isEmpty()
                        ? null
                        : decision.activations().stream().map(DecisionRecords::activation).toList(),
                decision.activities().isEmpty()
                        ? null
                        : decision.activities().stream().map(DecisionRecords::activity).toList(),
                decision.metrics().isEmpty()
                        ? null
                        : decision.metrics().stream().map(DecisionRecords::metric).toList());
    }

    private static EventReference event(
            dev.laurel.engine.events.Event event, LocalDate date, ProgramInForce program) {
        return new EventReference(
                event.source(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.recordedTime(),
                date,
                event.imported(),
                program.program().channels().of(event));
    }

    private static Decision.Outcome outcome(dev.laurel.engine.decisions.Decision.Outcome outcome) {
        return switch (outcome) {
            case DECIDED -> Decision.Outcome.DECIDED;
            case REVERSED -> Decision.Outcome.REVERSED;
            case WAITING -> Decision.Outcome.WAITING;
            case UNDONE -> Decision.Outcome.UNDONE;
            case DUPLICATE -> Decision.Outcome.DUPLICATE;
            case TOO_LATE -> Decision.Outcome.TOO_LATE;
        };
    }

    private static RuleDecision rule(dev.laurel.engine.decisions.RuleDecision rule) {
        RuleDecision.Outcome outcome =
                switch (rule.outcome()) {
                    case AWARDED -> RuleDecision.Outcome.AWARDED;
                    case CAPPED -> RuleDecision.Outcome.CAPPED;
                    case REFUSED -> RuleDecision.Outcome.REFUSED;
                    case NOT_IN_WINDOW -> RuleDecision.Outcome.NOT_IN_WINDOW;
                    case NOT_IN_AUDIENCE -> RuleDecision.Outcome.NOT_IN_AUDIENCE;
                    case HELD_OUT -> RuleDecision.Outcome.HELD_OUT;
                    case FAILED -> RuleDecision.Outcome.FAILED;
                    case TAKEN_BACK -> RuleDecision.Outcome.TAKEN_BACK;
                };
        return new RuleDecision(
                rule.rule(),
                outcome,
                rule.asked(),
                rule.awarded(),
                rule.lines().isEmpty()
                        ? null
                        : rule.lines().stream().map(DecisionRecords::line).toList(),
                rule.reason());
    }

    private static Line line(dev.laurel.engine.decisions.Line line) {
        return new Line(line.wallet(), line.boost(), line.points(), line.heldOut());
    }

    private static ChallengeDecision challenge(
            dev.laurel.engine.decisions.ChallengeDecision challenge) {
        dev.laurel.engine.decisions.ChallengeDecision.Occurrence occurrence =
                challenge.occurrence();
        dev.laurel.engine.decisions.ChallengeDecision.Team team = challenge.team();
        return new ChallengeDecision(
                challenge.challenge(),
                occurrence == null
                        ? null
                        : new Occurrence(occurrence.firstDay(), occurrence.latest()),
                team == null ? null : new Team(team.team(), team.revision(), team.completions()),
                challenge.steps().stream()
                        .map(step ->
                                new StepProgress(
                                        step.step(), step.before(), step.after(), step.target()))
                        .toList(),
                challenge.completedBefore(),
                challenge.completed(),
                Math.max(challenge.completionsBefore(), challenge.completions()) > 1
                        ? challenge.completions()
                        : null,
                place(challenge.place()),
                challenge.heldOut());
    }

    private static @Nullable Place place(
            dev.laurel.engine.decisions.ChallengeDecision.@Nullable Place place) {
        if (place == null) {
            return null;
        }
        Place.Outcome outcome =
                switch (place.outcome()) {
                    case ASKED -> Place.Outcome.ASKED;
                    case WON -> Place.Outcome.WON;
                    case ALL_TAKEN -> Place.Outcome.ALL_TAKEN;
                    case GIVEN_UP -> Place.Outcome.GIVEN_UP;
                };
        return new Place(place.places(), outcome);
    }

    private static StreakDecision streak(dev.laurel.engine.decisions.StreakDecision streak) {
        StreakDecision.Every every =
                switch (streak.every()) {
                    case DAY -> StreakDecision.Every.DAY;
                    case WEEK -> StreakDecision.Every.WEEK;
                    case MONTH -> StreakDecision.Every.MONTH;
                    case HOUR, QUARTER, YEAR, EVER ->
                            throw new IllegalStateException(
                                    "Expected a streak of days, weeks or months, but it was of %s."
                                            .formatted(streak.every()));
                };
        return new StreakDecision(
                streak.streak(),
                every,
                streak.before(),
                streak.after(),
                streak.longest(),
                streak.freezes(),
                streak.since(),
                streak.last(),
                streak.deadlines());
    }

    private static PointsEffect points(
            dev.laurel.engine.decisions.PointsEffect effect, ProgramInForce program) {
        dev.laurel.engine.events.Event reversal = effect.reversal();
        return new PointsEffect(
                effect.id(),
                effect.wallet(),
                effect.points(),
                cause(effect.cause()),
                reversal == null
                        ? null
                        : event(
                                reversal,
                                LocalDate.ofInstant(reversal.time(), program.program().zone()),
                                program),
                effect.team(),
                term(effect.term()),
                effect.undoes(),
                shortfall(effect.shortfall()),
                effect.budgets().stream().map(DecisionRecords::budget).toList());
    }

    private static Budget budget(dev.laurel.engine.decisions.Budget budget) {
        Budget.Exhausted exhausted =
                switch (budget.exhausted()) {
                    case TRIM -> Budget.Exhausted.TRIM;
                    case REFUSE -> Budget.Exhausted.REFUSE;
                };
        return new Budget(budget.id(), budget.amount(), exhausted);
    }

    private static @Nullable Term term(dev.laurel.engine.decisions.@Nullable Term term) {
        return term == null ? null : record(term);
    }

    private static Term record(dev.laurel.engine.decisions.Term term) {
        return new Term(
                term.activates(), term.expires(), term.until(), term.sliding() ? true : null);
    }

    private static ActivationEffect activation(
            dev.laurel.engine.decisions.ActivationEffect effect) {
        return new ActivationEffect(effect.effect(), effect.wallet(), record(effect.term()));
    }

    private static ActivityEffect activity(dev.laurel.engine.decisions.ActivityEffect effect) {
        return new ActivityEffect(effect.wallet(), effect.at(), effect.until());
    }

    private static MetricEffect metric(dev.laurel.engine.decisions.MetricEffect effect) {
        return new MetricEffect(
                effect.metric(),
                decimal(effect.value()),
                effect.counted(),
                effect.afresh() ? true : null,
                effect.days().isEmpty()
                        ? null
                        : effect.days().stream()
                                .map(each ->
                                        new MetricEffect.Day(each.day(), decimal(each.value())))
                                .toList());
    }

    private static BigDecimal decimal(long millionths) {
        BigDecimal decimal = BigDecimal.valueOf(millionths, MILLIONTHS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private static @Nullable Shortfall shortfall(
            dev.laurel.engine.decisions.PointsEffect.Shortfall shortfall) {
        return switch (shortfall) {
            case ALLOW -> null;
            case FORBID -> Shortfall.FORBID;
            case TO_ZERO -> Shortfall.TO_ZERO;
        };
    }

    private static BadgeEffect badge(dev.laurel.engine.decisions.BadgeEffect effect) {
        BadgeEffect.Change change =
                switch (effect.change()) {
                    case ISSUED -> BadgeEffect.Change.ISSUED;
                    case REVOKED -> BadgeEffect.Change.REVOKED;
                };
        return new BadgeEffect(effect.id(), effect.badge(), change, cause(effect.cause()));
    }

    private static Cause cause(dev.laurel.engine.decisions.Cause cause) {
        Cause.Kind kind =
                switch (cause.kind()) {
                    case RULE -> Cause.Kind.RULE;
                    case CHALLENGE -> Cause.Kind.CHALLENGE;
                    case BADGE -> Cause.Kind.BADGE;
                    case STREAK -> Cause.Kind.STREAK;
                    case WALLET -> Cause.Kind.WALLET;
                    case LEADERBOARD -> Cause.Kind.LEADERBOARD;
                    case METRIC, REVERSAL, BOOST ->
                            throw new IllegalStateException(
                                    "Expected an effect of a rule, a challenge, a badge, a streak, a wallet or a board, but it was of %s."
                                            .formatted(cause));
                };
        return new Cause(kind, cause.id());
    }
}
