package dev.laurel.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.decisions.ActivationEffect;
import dev.laurel.contracts.decisions.ActivityEffect;
import dev.laurel.contracts.decisions.Budget;
import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.MetricEffect;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.contracts.decisions.Shortfall;
import dev.laurel.contracts.decisions.Term;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Decisions of one program for tests: their ids follow from names, like those of the rules. */
public record Deciding(String program) {

    private static final Cause RULE = new Cause(Cause.Kind.RULE, "base-earn");
    private static final String DAY = "2011-12-01";
    private static final Instant TIME = Instant.parse("2011-11-30T22:30:00Z");

    public Decision decided(String member, String event, PointsEffect... points) {
        return decision(member, event, Decision.Outcome.DECIDED, points);
    }

    public Decision reversed(String member, String event, PointsEffect... points) {
        return decision(member, event, Decision.Outcome.REVERSED, points);
    }

    public PointsEffect points(String effect, long points) {
        return points(effect, "stars", points);
    }

    public PointsEffect points(String effect, String wallet, long points) {
        return new PointsEffect(id(effect), wallet, points, RULE);
    }

    /** The same decision about an event that came through a channel. */
    public static Decision through(String channel, Decision plain) {
        EventReference event = plain.event();
        return new Decision(
                plain.id(),
                plain.program(),
                plain.version(),
                plain.hash(),
                plain.member(),
                new EventReference(
                        event.source(),
                        event.id(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.recordedTime(),
                        event.localDate(),
                        event.imported(),
                        channel),
                plain.outcome(),
                plain.reason(),
                plain.rules(),
                plain.challenges(),
                plain.streaks(),
                plain.points(),
                plain.badges());
    }

    /** Points with a term. */
    public PointsEffect points(String effect, long points, Term term) {
        return new PointsEffect(
                id(effect), "stars", points, RULE, null, null, term, null, null, List.of());
    }

    /** A decision about an event that activates what effects gave. */
    public Decision activating(String member, String event, Term term, String... effects) {
        return with(
                decided(member, event),
                Stream.of(effects)
                        .map(effect -> new ActivationEffect(id(effect), "stars", term))
                        .toList(),
                List.of());
    }

    /** A decision about an event that keeps points from expiring. */
    public Decision active(String member, String event, Instant at, Instant until) {
        return with(
                decided(member, event), List.of(), List.of(new ActivityEffect("stars", at, until)));
    }

    /** A decision that says what a metric measured on the day of the event. */
    public Decision measuring(String member, String event, String metric, String value) {
        return measuring(3, member, event, metric, DAY, value);
    }

    /** A decision of a version that says what a metric measured on a day. */
    public Decision measuring(
            int version, String member, String event, String metric, String day, String value) {
        BigDecimal measured = new BigDecimal(value);
        return telling(
                version,
                decided(member, event),
                new MetricEffect(
                        metric,
                        measured,
                        true,
                        null,
                        List.of(new MetricEffect.Day(LocalDate.parse(day), measured))));
    }

    /** A decision that says that a metric has begun anew, and has measured nothing since. */
    public Decision beginning(String member, String event, String metric) {
        return telling(
                3,
                decided(member, event),
                new MetricEffect(metric, BigDecimal.ZERO, false, true, null));
    }

    private static Decision telling(int version, Decision plain, MetricEffect effect) {
        return new Decision(
                plain.id(),
                plain.program(),
                version,
                plain.hash(),
                plain.member(),
                plain.event(),
                plain.outcome(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(effect));
    }

    private static Decision with(
            Decision plain, List<ActivationEffect> activations, List<ActivityEffect> activities) {
        return new Decision(
                plain.id(),
                plain.program(),
                plain.version(),
                plain.hash(),
                plain.member(),
                plain.event(),
                plain.outcome(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                activations,
                activities,
                null);
    }

    /** Takes back what another effect gave. */
    public PointsEffect takeBack(String effect, long points, String undoes, Shortfall shortfall) {
        return new PointsEffect(
                id(effect),
                "stars",
                -points,
                RULE,
                null,
                null,
                null,
                id(undoes),
                shortfall,
                List.of());
    }

    /** Points from budgets. */
    public PointsEffect points(String effect, long points, Budget... budgets) {
        return new PointsEffect(
                id(effect), "stars", points, RULE, null, null, null, null, null, List.of(budgets));
    }

    public UUID id(String name) {
        return UUID.nameUUIDFromBytes((program + "/" + name).getBytes(UTF_8));
    }

    public String key(String member) {
        return program + "/" + member;
    }

    private Decision decision(
            String member, String event, Decision.Outcome outcome, PointsEffect... points) {
        return new Decision(
                id(event),
                program,
                3,
                "ab12",
                member,
                new EventReference(
                        "/shop",
                        event,
                        "purchase",
                        member,
                        TIME,
                        TIME.plusSeconds(1),
                        LocalDate.parse(DAY),
                        false),
                outcome,
                null,
                List.of(
                        new RuleDecision(
                                "base-earn",
                                RuleDecision.Outcome.AWARDED,
                                Map.of("stars", 10L),
                                Map.of("stars", 10L),
                                null)),
                List.of(
                        ChallengeDecision.once(
                                "three-in-autumn",
                                List.of(
                                        new ChallengeDecision.StepProgress(
                                                "visits", 1.0, 2.0, 3.0)),
                                false,
                                false)),
                List.of(),
                List.of(points),
                List.of());
    }
}
