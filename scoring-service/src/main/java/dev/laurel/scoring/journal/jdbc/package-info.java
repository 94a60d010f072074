/** The journal out of PostgreSQL. */
@NullMarked
package dev.laurel.scoring.journal.jdbc;

import org.jspecify.annotations.NullMarked;
