package dev.laurel.engine.decisions;

import org.jspecify.annotations.Nullable;

/**
 * A part of what a rule asked for. The parts of one wallet sum to the whole.
 *
 * @param wallet the wallet's id
 * @param boost the boost that it comes from, {@code null} for the rule itself
 * @param points what the boost added to those before it, possibly nothing
 * @param heldOut whether the boost would have applied, but the member is in its control share
 */
public record Line(String wallet, @Nullable String boost, long points, boolean heldOut) {}
