/** Standings out of the scores in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.boards.jdbc;

import org.jspecify.annotations.NullMarked;
