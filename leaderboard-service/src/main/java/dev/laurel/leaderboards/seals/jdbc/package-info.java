/** Seals in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.seals.jdbc;

import org.jspecify.annotations.NullMarked;
