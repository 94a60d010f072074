/** The ledger in PostgreSQL: a batch is a handful of statements, whatever its size. */
@NullMarked
package dev.laurel.scoring.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
