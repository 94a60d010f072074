/** Simulation jobs in PostgreSQL. */
@NullMarked
package dev.laurel.rules.simulations.jdbc;

import org.jspecify.annotations.NullMarked;
