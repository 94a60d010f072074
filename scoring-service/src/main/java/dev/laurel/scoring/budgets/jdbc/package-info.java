/** Reads budgets from PostgreSQL. */
@NullMarked
package dev.laurel.scoring.budgets.jdbc;

import org.jspecify.annotations.NullMarked;
