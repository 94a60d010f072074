/** Leagues in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.leagues.jdbc;

import org.jspecify.annotations.NullMarked;
