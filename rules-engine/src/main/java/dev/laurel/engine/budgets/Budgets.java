package dev.laurel.engine.budgets;

import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.PointsEffect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Says which of a program's budgets points are given from. */
public final class Budgets {

    private final List<BudgetScope> scopes;

    public Budgets(List<BudgetScope> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /**
     * The same effects; those that give points name the budgets that these come from.
     *
     * @param time of the event, which says out of which period
     * @param zone the program's time zone
     */
    public List<PointsEffect> paying(List<PointsEffect> effects, Instant time, ZoneId zone) {
        if (scopes.isEmpty()) {
            return effects;
        }
        LocalDate date = LocalDate.ofInstant(time, zone);
        return effects.stream().map(effect -> paying(effect, date)).toList();
    }

    private PointsEffect paying(PointsEffect effect, LocalDate date) {
        if (effect.points() < 0) {
            return effect;
        }
        List<Budget> budgets =
                scopes.stream()
                        .filter(scope -> scope.pays(effect))
                        .map(scope -> scope.on(date))
                        .toList();
        return budgets.isEmpty() ? effect : effect.from(budgets);
    }
}
