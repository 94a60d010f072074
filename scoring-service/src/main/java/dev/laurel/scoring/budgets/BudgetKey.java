package dev.laurel.scoring.budgets;

import java.util.Comparator;

/**
 * One budget among all.
 *
 * @param program the program
 * @param id the budget's id in it
 */
public record BudgetKey(String program, String id) implements Comparable<BudgetKey> {

    private static final Comparator<BudgetKey> ORDER =
            Comparator.comparing(BudgetKey::program).thenComparing(BudgetKey::id);

    @Override
    public int compareTo(BudgetKey other) {
        return ORDER.compare(this, other);
    }
}
