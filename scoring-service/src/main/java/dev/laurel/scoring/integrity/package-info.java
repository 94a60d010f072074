/** Finds out whether the journal is what was booked, and balances what the journal says. */
@NullMarked
package dev.laurel.scoring.integrity;

import org.jspecify.annotations.NullMarked;
