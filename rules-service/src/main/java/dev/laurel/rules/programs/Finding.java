package dev.laurel.rules.programs;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, or doubtful, in a program document.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the document
 * @param message a sentence with the offending value
 * @param expected what would have been right, where that can be said shortly
 * @param line line within the expression, from 1; {@code null} outside of expressions
 * @param column column within that line, from 1; {@code null} outside of expressions
 */
public record Finding(
        String pointer,
        String message,
        @Nullable String expected,
        @Nullable Integer line,
        @Nullable Integer column) {

    /** The message with the place in the expression. */
    public String sentence() {
        return line == null || column == null
                ? message
                : "%s (line %d, column %d of the expression)".formatted(message, line, column);
    }
}
