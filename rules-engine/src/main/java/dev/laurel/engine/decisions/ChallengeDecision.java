package dev.laurel.engine.decisions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A challenge whose progress changed.
 *
 * @param challenge the challenge's id
 * @param occurrence which time of a challenge that repeats with the calendar, else {@code null}
 * @param team whose progress it is, {@code null} for that of the member alone
 * @param steps all its steps, in the program's order
 * @param completionsBefore how often it was complete for the member before the event
 * @param completions how often it is complete after it: at most once unless it is unlimited
 * @param place whether the member is among those who get the award, {@code null} where all do who
 *     complete it or it is not complete
 * @param heldOut why the member gets no award for it, a sentence; {@code null} for who does
 */
public record ChallengeDecision(
        String challenge,
        @Nullable Occurrence occurrence,
        @Nullable Team team,
        List<StepProgress> steps,
        int completionsBefore,
        int completions,
        @Nullable Place place,
        @Nullable String heldOut) {

    /**
     * One time of a challenge that repeats with the calendar.
     *
     * @param firstDay the first day of its day, week or month
     * @param latest whether the member has no progress in any later one
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
            /** The challenge is complete, and a place has been asked for. */
            ASKED,
            /** The member has one, and with it the award. */
            WON,
            /** All places are taken: the challenge is complete without an award. */
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

    /** A challenge that the member does alone, and whose award everybody gets. */
    public ChallengeDecision(
            String challenge,
            @Nullable Occurrence occurrence,
            List<StepProgress> steps,
            int completionsBefore,
            int completions) {
        this(challenge, occurrence, null, steps, completionsBefore, completions, null, null);
    }

    public ChallengeDecision {
        steps = List.copyOf(steps);
    }

    /** Whether it was complete before the event. */
    public boolean completedBefore() {
        return completionsBefore > 0;
    }

    /** Whether it is complete after it. */
    public boolean completed() {
        return completions > 0;
    }
}
