/** The CRM connector as a whole, with a real broker and a real database. */
@NullMarked
package dev.laurel.crm;

import org.jspecify.annotations.NullMarked;
