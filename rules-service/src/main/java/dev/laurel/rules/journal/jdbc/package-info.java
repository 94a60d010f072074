/** The journal in PostgreSQL, written in batches from {@code laurel.decisions}. */
@NullMarked
package dev.laurel.rules.journal.jdbc;

import org.jspecify.annotations.NullMarked;
