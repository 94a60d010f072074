package dev.laurel.scoring.budgets.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.scoring.budgets.Fund;
import dev.laurel.scoring.programs.BudgetPlan;
import dev.laurel.scoring.programs.Every;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A budget.
 *
 * @param period how often it is filled anew; absent for never
 * @param from the first day of the period that this is about; absent for never
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
        @Nullable String period,
        @Nullable LocalDate from,
        long amount,
        long used,
        long left,
        @Nullable String exhausted,
        int told,
        long shortAwards,
        long shortPoints) {

    /** One that the version in force has. */
    static BudgetView of(BudgetPlan plan, @Nullable Fund fund) {
        return view(plan.budget().id(), plan, null, used(plan, fund), plan.budget().amount());
    }

    /** The period that it is in now. */
    static BudgetView now(BudgetPlan plan, LocalDate from, @Nullable Fund fund) {
        return view(plan.id(from), plan, from, used(plan, fund), plan.budget().amount());
    }

    /** Another period of it: what a new version says is not about that any more. */
    static BudgetView then(BudgetPlan plan, LocalDate from, Fund fund) {
        return view(plan.id(from), plan, from, fund, fund.amount());
    }

    /** One that the version in force has no more. */
    static BudgetView former(String id, Fund fund) {
        return view(id, null, null, fund, fund.amount());
    }

    private static Fund used(BudgetPlan plan, @Nullable Fund fund) {
        return fund == null ? Fund.unused(plan.wallet()) : fund;
    }

    private static BudgetView view(
            String id,
            @Nullable BudgetPlan plan,
            @Nullable LocalDate from,
            Fund fund,
            long amount) {
        Every every = plan == null ? null : plan.every();
        return new BudgetView(
                id,
                fund.wallet(),
                every == null ? null : every.word(),
                from,
                amount,
                fund.used(),
                Math.max(0, amount - fund.used()),
                plan == null ? null : plan.budget().exhausted().name().toLowerCase(Locale.ROOT),
                fund.told(),
                fund.shortAwards(),
                fund.shortPoints());
    }
}
