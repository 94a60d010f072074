package dev.laurel.engine.decisions;

import dev.laurel.engine.events.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one event did for one beneficiary, and everything that it did not.
 *
 * @param id UUIDv5 of program, event identity and beneficiary; a duplicate of the event has the
 *     same id with {@link Outcome#DUPLICATE} and no effects
 * @param program the program's id
 * @param member the beneficiary
 * @param event what was decided on
 * @param localDate the day of the event's time in the program's time zone
 * @param outcome whether the event counted at all
 * @param reason why it did not, or why it undid nothing, a sentence; {@code null} otherwise
 * @param rules one entry per rule that concerns the event's type and this beneficiary
 * @param challenges one entry per challenge whose progress the event changed
 * @param streaks one entry per streak that the event changed
 * @param points points that move, in the program's order of mechanics
 * @param activations points that were given before and can be used from the event on
 * @param activities wallets whose points the event keeps from expiring
 * @param badges badges to issue or revoke, in the program's order
 * @param metrics metrics that boards rank by and whose value may have changed
 * @param failures metrics, streaks and badge conditions that failed on this event
 */
public record Decision(
        UUID id,
        String program,
        String member,
        Event event,
        LocalDate localDate,
        Outcome outcome,
        @Nullable String reason,
        List<RuleDecision> rules,
        List<ChallengeDecision> challenges,
        List<StreakDecision> streaks,
        List<PointsEffect> points,
        List<ActivationEffect> activations,
        List<ActivityEffect> activities,
        List<BadgeEffect> badges,
        List<MetricEffect> metrics,
        List<Failure> failures) {

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
        /** It came after its period had closed: nothing happened. */
        TOO_LATE
    }

    public Decision {
        rules = List.copyOf(rules);
        challenges = List.copyOf(challenges);
        streaks = List.copyOf(streaks);
        points = List.copyOf(points);
        activations = List.copyOf(activations);
        activities = List.copyOf(activities);
        badges = List.copyOf(badges);
        metrics = List.copyOf(metrics);
        failures = List.copyOf(failures);
    }
}
