package dev.laurel.simulation;

import dev.laurel.engine.budgets.BudgetScope;
import dev.laurel.engine.decisions.Budget;
import dev.laurel.engine.decisions.PointsEffect;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program's budgets, given from as the ledger does it: none gives more than it has left, returns
 * take first what was never given, and what they take back can be given again. For one thread.
 */
final class Budgets {

    private final Map<String, Budgeted> budgets = new LinkedHashMap<>();
    private final Map<UUID, Award> awards = new HashMap<>();

    /** Those that are filled anew are each period's when something is asked of them. */
    Budgets(List<BudgetScope> scopes) {
        scopes.stream()
                .filter(scope -> scope.every() == null)
                .forEach(scope -> source(scope.budget(), scope.wallet()));
    }

    private Budgeted source(Budget budget, String wallet) {
        return budgets.computeIfAbsent(budget.id(), _ -> new Budgeted(budget, wallet));
    }

    /**
     * How many points an effect moves after all.
     *
     * @param at time of the event
     */
    long points(PointsEffect effect, Instant at) {
        if (!effect.budgets().isEmpty()) {
            return give(effect, at);
        }
        Award award = effect.undoes() == null ? null : awards.get(effect.undoes());
        return award == null ? effect.points() : -award.takeBack(-effect.points());
    }

    List<BudgetFigures> figures() {
        return budgets.values().stream().map(Budgeted::figures).toList();
    }

    private long give(PointsEffect effect, Instant at) {
        List<Budgeted> sources =
                effect.budgets().stream().map(budget -> source(budget, effect.wallet())).toList();
        long granted = effect.points();
        for (Budgeted source : sources) {
            if (source.trims()) {
                granted = Math.min(granted, source.left());
            }
        }
        for (Budgeted source : sources) {
            if (!source.trims() && source.left() < granted) {
                granted = 0;
            }
        }
        for (Budgeted source : sources) {
            source.give(granted, effect.points() - granted, at);
        }
        awards.put(effect.id(), new Award(sources, granted, effect.points() - granted));
        return granted;
    }

    private static final class Budgeted {

        private final Budget budget;
        private final String wallet;
        private long used;
        private long shortAwards;
        private long shortPoints;
        private @Nullable Instant exhaustedAt;

        private Budgeted(Budget budget, String wallet) {
            this.budget = budget;
            this.wallet = wallet;
        }

        private boolean trims() {
            return budget.exhausted() == Budget.Exhausted.TRIM;
        }

        private long left() {
            return budget.amount() - used;
        }

        private void give(long granted, long missing, Instant at) {
            used += granted;
            if (missing > 0) {
                shortAwards++;
                shortPoints += missing;
                exhaustedAt = exhaustedAt == null ? at : exhaustedAt;
            }
        }

        private BudgetFigures figures() {
            return new BudgetFigures(
                    budget.id(),
                    wallet,
                    budget.amount(),
                    used,
                    shortAwards,
                    shortPoints,
                    exhaustedAt);
        }
    }

    private static final class Award {

        private final List<Budgeted> sources;
        private long granted;
        private long missing;

        private Award(List<Budgeted> sources, long granted, long missing) {
            this.sources = sources;
            this.granted = granted;
            this.missing = missing;
        }

        private long takeBack(long points) {
            long never = Math.min(points, missing);
            missing -= never;
            long back = Math.min(points - never, granted);
            granted -= back;
            sources.forEach(source -> source.used -= back);
            return points - never;
        }
    }
}
