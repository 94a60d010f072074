/** Scores in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.scores.jdbc;

import org.jspecify.annotations.NullMarked;
