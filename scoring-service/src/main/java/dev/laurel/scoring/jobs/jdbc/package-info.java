/** How far each program's nights are, in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.jobs.jdbc;

import org.jspecify.annotations.NullMarked;
