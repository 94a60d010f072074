package dev.laurel.engine.budgets;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.PointsEffect;
import java.util.List;

/** Says which of a program's budgets points are given from. */
public final class Budgets {

    private final List<BudgetScope> scopes;

    public Budgets(List<BudgetScope> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /** The same effects; those that give points name the budgets that these come from. */
    public List<PointsEffect> paying(List<PointsEffect> effects) {
        return scopes.isEmpty() ? effects : effects.stream().map(this::paying).toList();
    }

    private PointsEffect paying(PointsEffect effect) {
        if (effect.points() < 0) {
            return effect;
        }
        List<Budget> budgets =
                scopes.stream()
                        .filter(scope -> scope.pays(effect))
                        .map(BudgetScope::budget)
                        .toList();
        return budgets.isEmpty() ? effect : effect.from(budgets);
    }
}
