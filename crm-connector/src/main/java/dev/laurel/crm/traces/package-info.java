/** Traces of events to their end: the call that writes into a CRM what they led to. */
@NullMarked
package dev.laurel.crm.traces;

import org.jspecify.annotations.NullMarked;
