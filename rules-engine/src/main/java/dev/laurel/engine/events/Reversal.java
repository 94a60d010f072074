package dev.laurel.engine.events;

import dev.laurel.engine.expressions.Expression;

/**
 * Says that events of a type undo other events, wholly.
 *
 * @param type the type of the reversing event
 * @param of the type of events that it undoes, which have the same source and subject
 * @param by the id of the event that it undoes
 */
public record Reversal(String type, String of, Expression by) {}
