package dev.laurel.engine.decisions;

import java.time.Instant;

/**
 * The member was active: points of a wallet that slide do not expire before some time after that.
 *
 * @param wallet the wallet's id
 * @param at when the member was active
 * @param until until when points that can be used then can be used at least
 */
public record ActivityEffect(String wallet, Instant at, Instant until) {}
