package dev.laurel.contracts.programs;

/**
 * One way in which an event does not have the shape that its program declares.
 *
 * @param pointer JSON Pointer within the event, such as {@code /data/amount}
 * @param message a sentence: "Expected …, but …"
 * @param expected what would have been right, in short
 */
public record ShapeProblem(String pointer, String message, String expected) {}
