/** Reports out of PostgreSQL. */
@NullMarked
package dev.laurel.scoring.reports.jdbc;

import org.jspecify.annotations.NullMarked;
