package dev.laurel.engine.budgets;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.PointsEffect;
import java.util.Set;

/**
 * A budget of a program, and what is given from it.
 *
 * @param budget what is left and what happens then
 * @param wallet the wallet whose points it holds
 * @param mechanics those whose awards it pays, none for all
 */
public record BudgetScope(Budget budget, String wallet, Set<Cause> mechanics) {

    public BudgetScope {
        mechanics = Set.copyOf(mechanics);
    }

    boolean pays(PointsEffect effect) {
        return wallet.equals(effect.wallet())
                && (mechanics.isEmpty() || mechanics.contains(effect.cause()));
    }
}
