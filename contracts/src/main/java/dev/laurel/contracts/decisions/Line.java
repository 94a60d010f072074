package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part of what a rule asked for. The parts of one wallet sum to the whole.
 *
 * @param wallet the wallet's id
 * @param boost the boost that it comes from, absent for the rule itself
 * @param points what the boost added to the parts before it, possibly nothing
 * @param heldOut whether the boost would have applied, but the member is in its control share
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(String wallet, @Nullable String boost, long points, boolean heldOut) {}
