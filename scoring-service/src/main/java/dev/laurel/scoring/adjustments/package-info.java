/** Points given or taken by hand, with who did it and why. */
@NullMarked
package dev.laurel.scoring.adjustments;

import org.jspecify.annotations.NullMarked;
