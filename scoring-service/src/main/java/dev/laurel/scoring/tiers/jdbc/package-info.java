/** Tiers in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.tiers.jdbc;

import org.jspecify.annotations.NullMarked;
