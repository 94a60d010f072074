package dev.laurel.engine.decisions;

import java.util.UUID;

/**
 * Points that can be used from an event on, if they could not before.
 *
 * @param effect the effect that gave them, if there were any
 * @param wallet the wallet's id
 * @param term when they can be used now; not before they were given
 */
public record ActivationEffect(UUID effect, String wallet, Term term) {}
