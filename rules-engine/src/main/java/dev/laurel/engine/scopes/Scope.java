package dev.laurel.engine.scopes;

import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.periods.Clock;
import dev.laurel.engine.periods.LocalTimes;
import org.jspecify.annotations.Nullable;

/**
 * When and for whom a mechanic is.
 *
 * @param schedule when
 * @param audience for which members
 * @param control who is held out from it, {@code null} for nobody
 */
public record Scope(Schedule schedule, Condition audience, @Nullable Control control) {

    /**
     * Why a mechanic is not for a member at some time.
     *
     * @param part what did not fit
     * @param reason a sentence with the values that it saw
     */
    public record Miss(Part part, String reason) {}

    /** Parts of a scope. */
    public enum Part {
        WINDOW,
        AUDIENCE
    }

    /** Whether only the partition of a member can tell if it is for them. */
    public boolean readsMember() {
        return audience.readsMember() || (schedule.isBounded() && schedule.clock() == Clock.MEMBER);
    }

    /**
     * Why it is not for the member whose variables these are, {@code null} when it is, or would be
     * if they were not held out.
     *
     * @throws ExpressionFailure when the audience cannot be told
     */
    public @Nullable Miss miss(LocalTimes times, Variables variables) throws ExpressionFailure {
        if (schedule.isBounded()) {
            String outside = schedule.miss(times.on(schedule.clock()));
            if (outside != null) {
                return new Miss(Part.WINDOW, outside);
            }
        }
        String unmet = audience.unmet(variables);
        return unmet == null ? null : new Miss(Part.AUDIENCE, unmet);
    }

    /** Whether a member is in its control share. */
    public boolean holdsOut(String program, String member) {
        return control != null && control.holdsOut(program, member);
    }
}
