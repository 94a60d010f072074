/** What comes in from CRMs. */
@NullMarked
package dev.laurel.crm.inbound;

import org.jspecify.annotations.NullMarked;
