package dev.laurel.scoring.requests;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given.
 *
 * @param status its HTTP status
 * @param location where what it made is, {@code null} where it made nothing
 * @param body JSON
 */
public record Kept(int status, @Nullable String location, String body) {}
