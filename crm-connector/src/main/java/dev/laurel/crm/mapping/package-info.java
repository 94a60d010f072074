/** Which of a member's values goes into which field of a CRM, and as what. */
@NullMarked
package dev.laurel.crm.mapping;

import org.jspecify.annotations.NullMarked;
