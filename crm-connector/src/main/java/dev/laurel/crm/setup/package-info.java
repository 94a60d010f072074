/** Makes the fields in a CRM that a connection writes to, and says how they differ. */
@NullMarked
package dev.laurel.crm.setup;

import org.jspecify.annotations.NullMarked;
