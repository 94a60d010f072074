package dev.laurel.scoring.budgets;

/**
 * So much of a budget is used.
 *
 * @param budget which
 * @param fund how far it is used
 * @param share of its amount, in percent
 */
public record Alert(BudgetKey budget, Fund fund, int share) {}
