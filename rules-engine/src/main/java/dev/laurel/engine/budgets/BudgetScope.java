package dev.laurel.engine.budgets;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.periods.Period;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A budget of a program, and what is given from it.
 *
 * @param budget what is left and what happens then
 * @param every how often it is filled anew, {@code null} for never
 * @param wallet the wallet whose points it holds
 * @param mechanics those whose awards it pays, none for all
 */
public record BudgetScope(
        Budget budget, @Nullable Period every, String wallet, Set<Cause> mechanics) {

    public BudgetScope {
        mechanics = Set.copyOf(mechanics);
    }

    /**
     * The budget of a day. One that is filled anew has its id, {@code @} and the first day of the
     * period: each period is a budget of its own, so that what a return brings back is again where
     * it came from.
     */
    Budget on(LocalDate date) {
        return every == null
                ? budget
                : new Budget(
                        budget.id() + "@" + every.firstDay(every.indexOf(date)),
                        budget.amount(),
                        budget.exhausted());
    }

    boolean pays(PointsEffect effect) {
        return wallet.equals(effect.wallet())
                && (mechanics.isEmpty() || mechanics.contains(effect.cause()));
    }
}
