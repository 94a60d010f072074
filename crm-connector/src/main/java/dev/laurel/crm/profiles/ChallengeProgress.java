package dev.laurel.crm.profiles;

import java.util.List;

/**
 * How far a member is in a challenge.
 *
 * @param completed whether it is complete
 * @param steps all its steps, in the program's order
 */
public record ChallengeProgress(boolean completed, List<Step> steps) {

    /**
     * How far a member is in a step.
     *
     * @param step the step's id
     * @param progress the measure now
     * @param target what it has to reach
     */
    public record Step(String step, double progress, double target) {}

    public ChallengeProgress {
        steps = List.copyOf(steps);
    }
}
