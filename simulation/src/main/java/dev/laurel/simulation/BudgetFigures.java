package dev.laurel.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one budget.
 *
 * @param budget the budget's id; of one that is filled anew with {@code @} and the first day of the
 *     period
 * @param wallet the wallet whose points it holds
 * @param amount points that it held at first
 * @param used points that were given and not taken back
 * @param shortAwards how many awards got less than they asked for
 * @param shortPoints how much less, in all
 * @param exhaustedAt time of the first event that it had too little for, {@code null} for none
 */
public record BudgetFigures(
        String budget,
        String wallet,
        long amount,
        long used,
        long shortAwards,
        long shortPoints,
        @Nullable Instant exhaustedAt) {}
