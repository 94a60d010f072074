package dev.laurel.engine.decisions;

/**
 * An expression outside of rules that failed on this event, so that its mechanic went without it.
 *
 * @param cause whose expression it was
 * @param message a sentence for the program's author
 */
public record Failure(Cause cause, String message) {}
