/** Compares in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.verification.jdbc;

import org.jspecify.annotations.NullMarked;
