package dev.laurel.contracts.budgets;

import java.time.Instant;

/**
 * So much of a budget is used. Told once for each share of each amount.
 *
 * @param program the program, also the record's key
 * @param budget the budget's id in it, see {@link dev.laurel.contracts.decisions.Budget}
 * @param wallet the wallet whose points it holds
 * @param version the version of the program that the amount is from
 * @param amount points that it held at first
 * @param used points that were given and not taken back
 * @param percent the share of the amount: 50, 80 or 100
 * @param at when it was booked
 */
public record BudgetAlert(
        String program,
        String budget,
        String wallet,
        int version,
        long amount,
        long used,
        int percent,
        Instant at) {}
