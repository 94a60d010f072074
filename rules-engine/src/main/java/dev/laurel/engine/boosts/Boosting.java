package dev.laurel.engine.boosts;

import dev.laurel.engine.expressions.Condition;

/**
 * A boost on the awards of one rule.
 *
 * @param boost the boost
 * @param when its condition, compiled for the rule's type of events
 */
public record Boosting(Boost boost, Condition when) {}
