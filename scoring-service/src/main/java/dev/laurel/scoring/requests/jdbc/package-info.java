/** Answered requests in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.requests.jdbc;

import org.jspecify.annotations.NullMarked;
