package dev.laurel.engine.decisions;

import java.util.List;

/**
 * A challenge whose progress changed.
 *
 * @param challenge the challenge's id
 * @param steps all its steps, in the program's order
 * @param completedBefore whether it was complete before the event
 * @param completed whether it is complete after it
 */
public record ChallengeDecision(
        String challenge, List<StepProgress> steps, boolean completedBefore, boolean completed) {

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
}
