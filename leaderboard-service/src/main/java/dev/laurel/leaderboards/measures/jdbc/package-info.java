/** What is measured, in PostgreSQL. */
@NullMarked
package dev.laurel.leaderboards.measures.jdbc;

import org.jspecify.annotations.NullMarked;
