/** What the rules decided about one event for one beneficiary, and why. */
@NullMarked
package dev.laurel.contracts.decisions;

import org.jspecify.annotations.NullMarked;
