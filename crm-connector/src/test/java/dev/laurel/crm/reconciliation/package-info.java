/** Tests of reconciliations. */
@NullMarked
package dev.laurel.crm.reconciliation;

import org.jspecify.annotations.NullMarked;
