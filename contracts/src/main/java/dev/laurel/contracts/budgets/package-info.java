/** How far budgets are used, as on {@code laurel.budgets}. */
@NullMarked
package dev.laurel.contracts.budgets;

import org.jspecify.annotations.NullMarked;
