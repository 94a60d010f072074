/** Reconciliations, over HTTP. */
@NullMarked
package dev.laurel.crm.reconciliation.web;

import org.jspecify.annotations.NullMarked;
