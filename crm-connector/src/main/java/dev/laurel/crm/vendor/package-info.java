/** What the connector asks of any CRM, one call at a time, and what can come of it. */
@NullMarked
package dev.laurel.crm.vendor;

import org.jspecify.annotations.NullMarked;
