/** The roster in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.roster.jdbc;

import org.jspecify.annotations.NullMarked;
