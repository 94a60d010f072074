package dev.laurel.engine.challenges;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** Steps over what the registry says of a member, looked at with one event. */
public final class Knowledge {

    /** How many steps fit the bits that say which of them hold. */
    static final int MOST_STEPS = Long.SIZE - 1;

    private final Participation participation;
    private final Supplier<Variables> variables;
    private final List<Failure> failures;

    /**
     * About a member.
     *
     * @param variables what expressions know about the member
     * @param failures gets the conditions that fail; such a step does not hold
     */
    public Knowledge(
            Participation participation, Supplier<Variables> variables, List<Failure> failures) {
        this.participation = participation;
        this.variables = variables;
        this.failures = failures;
    }

    /** Whether an event of that day lets a challenge look. */
    boolean isAbout(Challenge challenge, LocalDate date) {
        return challenge.open().contains(date) && participation.counts(challenge.id());
    }

    /** Which steps hold, a bit for each by its place; none for steps that a metric measures. */
    long of(Challenge challenge) {
        long known = 0;
        for (int i = 0; i < challenge.steps().size(); i++) {
            if (challenge.steps().get(i) instanceof Step.Known step && holds(challenge, step)) {
                known |= 1L << i;
            }
        }
        return known;
    }

    private boolean holds(Challenge challenge, Step.Known step) {
        try {
            return step.when().holds(variables.get());
        } catch (ExpressionFailure failure) {
            Cause cause = Cause.challenge(challenge.id());
            failures.add(new Failure(cause, String.valueOf(failure.getMessage())));
            return false;
        }
    }
}
