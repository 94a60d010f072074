package dev.laurel.engine.challenges;

import dev.laurel.engine.expressions.Condition;

/**
 * Whose events count for a challenge.
 *
 * @param audience which members'
 * @param optIn whether members have to join first; what happened before does not count then
 */
public record Entry(Condition audience, boolean optIn) {

    /** Everybody's. */
    public static final Entry FREE = new Entry(Condition.ALWAYS, false);
}
