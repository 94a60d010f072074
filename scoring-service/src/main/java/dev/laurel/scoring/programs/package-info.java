/** Which programs there are. */
@NullMarked
package dev.laurel.scoring.programs;

import org.jspecify.annotations.NullMarked;
