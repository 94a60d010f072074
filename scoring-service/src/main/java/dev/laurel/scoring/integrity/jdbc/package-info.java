/** Reads links and postings out of PostgreSQL. */
@NullMarked
package dev.laurel.scoring.integrity.jdbc;

import org.jspecify.annotations.NullMarked;
