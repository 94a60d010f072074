/** Adjustments in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.adjustments.jdbc;

import org.jspecify.annotations.NullMarked;
