package dev.laurel.engine.events;

import dev.laurel.engine.expressions.Expression;

/**
 * Says that events of a type activate what other events gave.
 *
 * @param type the type of the activating event
 * @param of the type of events whose points it activates, which have the same source and subject
 * @param by the id of that event
 */
public record Activation(String type, String of, Expression by) {}
