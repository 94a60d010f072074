/** Has couriers reconcile. */
@NullMarked
package dev.laurel.crm.reconciliation.run;

import org.jspecify.annotations.NullMarked;
