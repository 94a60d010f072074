package dev.laurel.engine.wallets;

import org.jspecify.annotations.Nullable;

/**
 * Points that wait for an event.
 *
 * @param until the type of the event
 * @param atMost how long they wait at most, {@code null} for ever
 */
public record Wait(String until, @Nullable Span atMost) {}
