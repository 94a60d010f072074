package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A challenge whose progress changed.
 *
 * @param challenge the challenge's id
 * @param occurrence which time of a challenge that repeats with the calendar, else {@code null}
 * @param team the team whose progress it is, {@code null} for that of the member alone
 * @param steps all its steps, in the program's order
 * @param completedBefore whether it was complete for the member before the event
 * @param completed whether it is complete after it
 * @param completions how often it is complete after it, {@code null} where {@code completed} says
 *     all of that
 * @param place whether the member is among the first who complete it, {@code null} where the award
 *     does not depend on that or it is not complete
 * @param heldOut why the member completes it without its award, a sentence; {@code null} otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengeDecision(
        String challenge,
        @Nullable Occurrence occurrence,
        @Nullable Team team,
        List<StepProgress> steps,
        boolean completedBefore,
        boolean completed,
        @Nullable Integer completions,
        @Nullable Place place,
        @Nullable String heldOut) {

    /**
     * One time of a challenge that repeats with the calendar.
     *
     * @param firstDay the first day of its day, week or month
     * @param latest whether the member had no progress in any later one
     */
    public record Occurrence(LocalDate firstDay, boolean latest) {}

    /**
     * A team that the member has contributed to.
     *
     * @param team its id
     * @param revision how often its progress has changed: the greater one is the later one
     * @param completions how often it is complete for the team
     */
    public record Team(String team, int revision, int completions) {}

    /**
     * A place among those who complete a challenge first.
     *
     * @param places how many there are
     * @param outcome whether the member has one
     */
    public record Place(int places, Outcome outcome) {

        /** What came of asking for a place. */
        public enum Outcome {
            /** It has been asked for; the answer comes in a decision of its own. */
            ASKED,
            /** The member has one, and with it the award. */
            WON,
            /** There is none left: the challenge is complete without its award. */
            ALL_TAKEN,
            /** The challenge is not complete any more, so the place is free for the next. */
            GIVEN_UP
        }
    }

    /**
     * Progress of one step.
     *
     * @param step the step's id
     * @param before the measure before the event
     * @param after the measure after it
     * @param target what it has to reach
     */
    public record StepProgress(String step, double before, double after, double target) {}

    public ChallengeDecision {
        steps = List.copyOf(steps);
    }

    /** Of a challenge that does not repeat. */
    public static ChallengeDecision once(
            String challenge,
            List<StepProgress> steps,
            boolean completedBefore,
            boolean completed) {
        return new ChallengeDecision(
                challenge, null, null, steps, completedBefore, completed, null, null, null);
    }

    /** Whether it says where the member stands now, and not about a time that is over. */
    public boolean concernsNow() {
        return occurrence == null || occurrence.latest();
    }
}
