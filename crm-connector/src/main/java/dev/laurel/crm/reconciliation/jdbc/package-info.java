/** Reconciliations in PostgreSQL. */
@NullMarked
package dev.laurel.crm.reconciliation.jdbc;

import org.jspecify.annotations.NullMarked;
