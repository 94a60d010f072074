/** Prizes in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.prizes.jdbc;

import org.jspecify.annotations.NullMarked;
