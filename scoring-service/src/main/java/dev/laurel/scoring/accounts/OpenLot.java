package dev.laurel.scoring.accounts;

import dev.laurel.scoring.lots.Lot;

/**
 * Points of a member that were given at once with one term.
 *
 * @param wallet the wallet
 * @param lot how many are where
 */
public record OpenLot(String wallet, Lot lot) {}
