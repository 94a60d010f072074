package dev.laurel.cloudevents;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one event.
 *
 * @param pointer JSON Pointer within the event, such as {@code /time}; empty for the event itself
 * @param message a sentence: "Expected …, but …"
 * @param expected what would have been right, in short; {@code null} where the message says it all
 */
public record FieldProblem(String pointer, String message, @Nullable String expected) {}
