/** The journal as a whole, in the order of booking, for the finance department. */
@NullMarked
package dev.laurel.scoring.journal;

import org.jspecify.annotations.NullMarked;
