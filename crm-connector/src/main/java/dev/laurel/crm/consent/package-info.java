/** Who may be written to a CRM: who consented, who took that back, and who was erased. */
@NullMarked
package dev.laurel.crm.consent;

import org.jspecify.annotations.NullMarked;
