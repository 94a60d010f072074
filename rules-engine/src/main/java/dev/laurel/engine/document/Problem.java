package dev.laurel.engine.document;

import org.jspecify.annotations.Nullable;

/**
 * Something about a program document that keeps it from being published, or a warning.
 *
 * @param pointer JSON pointer (RFC 6901) of the place in the document, empty for the whole of it
 * @param message a sentence of the form "Expected …, but …"
 * @param expected what would have been right there, such as the nearest known name; {@code null}
 *     when the message says it all
 * @param line line within the expression, from 1; {@code null} outside of expressions
 * @param column column within that line, from 1; {@code null} outside of expressions
 */
public record Problem(
        String pointer,
        String message,
        @Nullable String expected,
        @Nullable Integer line,
        @Nullable Integer column) {}
