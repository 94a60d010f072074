package dev.laurel.contracts.decisions;

import java.util.UUID;

/**
 * Points that can be used from the decision's event on, if they could not before.
 *
 * @param effect the effect that gave them; the ledger may know of none, as it was given nothing
 * @param wallet the wallet's id
 * @param term when they can be used now, but not before what they were given for; it only holds for
 *     points that wait for an event of its {@code until}, and of several the earliest
 */
public record ActivationEffect(UUID effect, String wallet, Term term) {}
