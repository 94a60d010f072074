package dev.laurel.contracts.decisions;

/**
 * An expression outside of rules that could not be evaluated on the event, so that its mechanic
 * went without it.
 *
 * @param mechanic kind and id of what it belongs to, such as {@code metric:spend}
 * @param message a sentence for the program's author
 */
public record Failure(String mechanic, String message) {}
