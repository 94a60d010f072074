package dev.laurel.scoring.programs;

import dev.laurel.scoring.budgets.Budget;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A budget as the version in force has it.
 *
 * @param budget its id and what it holds
 * @param wallet the wallet whose points it holds
 * @param every how often it is filled anew, {@code null} for never
 */
public record BudgetPlan(Budget budget, String wallet, @Nullable Every every) {

    /** Between the id of a budget that is filled anew and the first day of a period. */
    private static final String FROM = "@";

    /** The id of the budget of a day, which is its own unless it is filled anew. */
    public String id(LocalDate date) {
        return every == null ? budget.id() : budget.id() + FROM + every.firstDay(date);
    }

    /** Whether a budget of that id is this one, or a period of it. */
    public boolean has(String id) {
        return every == null ? id.equals(budget.id()) : id.startsWith(budget.id() + FROM);
    }

    /** The first day of the period that such an id is about. */
    public LocalDate from(String id) {
        return LocalDate.parse(id.substring(budget.id().length() + FROM.length()));
    }
}
