package dev.laurel.contracts.decisions;

import java.time.Instant;

/**
 * The member was active: points of a wallet that slide do not expire before some time after that.
 *
 * @param wallet the wallet's id
 * @param at when the member was active
 * @param until until when, exclusive, points can be used that can be used at {@code at}; later than
 *     it
 */
public record ActivityEffect(String wallet, Instant at, Instant until) {}
