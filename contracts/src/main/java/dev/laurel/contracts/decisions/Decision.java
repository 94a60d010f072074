package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one event did for one beneficiary, and everything that it did not. The same
 * object serves the ledger, the audit and the explanation to a member.
 *
 * @param id UUIDv5 of program, event identity and beneficiary; a duplicate of the event has the
 *     same id with {@link Outcome#DUPLICATE} and no effects
 * @param program the program
 * @param version the program version that decided
 * @param hash hash of that version
 * @param member the beneficiary, also in the record's key
 * @param event what was decided on
 * @param outcome whether the event counted at all
 * @param reason why it did not, a sentence; {@code null} when it did
 * @param rules one entry per rule that concerns the event's type and this beneficiary
 * @param challenges one entry per challenge whose progress the event changed
 * @param streaks one entry per streak that the event changed
 * @param points points that move; empty unless the outcome says that the event counted
 * @param badges badges to issue or revoke
 * @param failures expressions of metrics, badges, challenges, streaks, boosts and reversals that
 *     could not be evaluated, {@code null} when there are none; those of rules are with the rules
 * @param activations points that were given before and can be used from the event on, {@code null}
 *     when there are none
 * @param activities wallets whose points the event keeps from expiring, {@code null} for none
 * @param metrics what metrics that boards rank by say after the event, where that may have changed;
 *     {@code null} for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Decision(
        UUID id,
        String program,
        int version,
        String hash,
        String member,
        EventReference event,
        Outcome outcome,
        @Nullable String reason,
        List<RuleDecision> rules,
        List<ChallengeDecision> challenges,
        List<StreakDecision> streaks,
        List<PointsEffect> points,
        List<BadgeEffect> badges,
        @Nullable List<Failure> failures,
        @Nullable List<ActivationEffect> activations,
        @Nullable List<ActivityEffect> activities,
        @Nullable List<MetricEffect> metrics) {

    /** A decision without failures, activations, activities and metrics. */
    public Decision(
            UUID id,
            String program,
            int version,
            String hash,
            String member,
            EventReference event,
            Outcome outcome,
            @Nullable String reason,
            List<RuleDecision> rules,
            List<ChallengeDecision> challenges,
            List<StreakDecision> streaks,
            List<PointsEffect> points,
            List<BadgeEffect> badges) {
        this(
                id,
                program,
                version,
                hash,
                member,
                event,
                outcome,
                reason,
                rules,
                challenges,
                streaks,
                points,
                badges,
                null,
                null,
                null,
                null);
    }

    /** Whether the event counted. */
    public enum Outcome {
        /** It counted; see the rules for what it gave. */
        DECIDED,
        /** It undid another event. */
        REVERSED,
        /**
         * It undoes an event that has not arrived yet; when that one arrives it counts as undone.
         */
        WAITING,
        /** It had already been undone by a reversal that arrived before it. */
        UNDONE,
        /** Seen before: nothing happened. */
        DUPLICATE,
        /** It came after its period had closed: recorded, nothing happened. */
        TOO_LATE
    }

    public Decision {
        rules = List.copyOf(rules);
        challenges = List.copyOf(challenges);
        streaks = List.copyOf(streaks);
        points = List.copyOf(points);
        badges = List.copyOf(badges);
        failures = failures == null ? null : List.copyOf(failures);
        activations = activations == null ? null : List.copyOf(activations);
        activities = activities == null ? null : List.copyOf(activities);
        metrics = metrics == null ? null : List.copyOf(metrics);
    }
}
