/** Brings what changed of members into their CRM records, within what the CRM allows. */
@NullMarked
package dev.laurel.crm.delivery;

import org.jspecify.annotations.NullMarked;
