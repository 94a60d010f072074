/** Lots in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.lots.jdbc;

import org.jspecify.annotations.NullMarked;
