package dev.laurel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where: a JSON Pointer (RFC 6901) into the body, {@code ""} for the whole body,
 *     {@code ?name} for a query parameter, {@code {name}} for a part of the path
 * @param message a sentence with the offending value
 * @param expected what would have been right, where that can be said shortly
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String pointer, String message, @Nullable String expected) {

    public Violation(String pointer, String message) {
        this(pointer, message, null);
    }
}
