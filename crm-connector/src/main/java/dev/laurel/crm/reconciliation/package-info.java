/** Compares contacts with what they are to be, and finds what others have changed in them. */
@NullMarked
package dev.laurel.crm.reconciliation;

import org.jspecify.annotations.NullMarked;
