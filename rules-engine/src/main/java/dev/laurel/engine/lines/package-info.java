/** The lines of an event, such as those of an invoice, and what has been returned of each. */
@NullMarked
package dev.laurel.engine.lines;

import org.jspecify.annotations.NullMarked;
