/** Tells of budgets on {@code laurel.budgets}. */
@NullMarked
package dev.laurel.scoring.budgets.stream;

import org.jspecify.annotations.NullMarked;
