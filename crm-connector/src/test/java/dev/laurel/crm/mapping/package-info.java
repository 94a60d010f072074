/** What goes where. */
@NullMarked
package dev.laurel.crm.mapping;

import org.jspecify.annotations.NullMarked;
