package dev.laurel.scoring.budgets.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.Fund;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A budget.
 *
 * @param amount points that it holds at first; of one that the program has no more, those that it
 *     held last
 * @param used points that were given and not taken back
 * @param left points that can still be given
 * @param exhausted {@code trim} or {@code refuse}; absent when the program has it no more
 * @param told the share of the amount, in percent, that was told of last; 0 for none
 * @param shortAwards how many awards got less than they asked for
 * @param shortPoints how much less, in all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BudgetView(
        String budget,
        String wallet,
        long amount,
        long used,
        long left,
        @Nullable String exhausted,
        int told,
        long shortAwards,
        long shortPoints) {

    static BudgetView of(String id, Fund fund, @Nullable Budget plan) {
        long amount = plan == null ? fund.amount() : plan.amount();
        return new BudgetView(
                id,
                fund.wallet(),
                amount,
                fund.used(),
                Math.max(0, amount - fund.used()),
                plan == null ? null : plan.exhausted().name().toLowerCase(Locale.ROOT),
                fund.told(),
                fund.shortAwards(),
                fund.shortPoints());
    }
}
