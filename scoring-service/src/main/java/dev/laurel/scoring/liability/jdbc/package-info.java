/** Adds up the ledger in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.liability.jdbc;

import org.jspecify.annotations.NullMarked;
