package dev.laurel.scoring.programs;

import dev.laurel.scoring.budgets.Budget;

/**
 * A budget as the version in force has it.
 *
 * @param budget its id and what it holds
 * @param wallet the wallet whose points it holds
 */
public record BudgetPlan(Budget budget, String wallet) {}
