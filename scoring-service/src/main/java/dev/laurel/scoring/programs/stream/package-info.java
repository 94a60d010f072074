/** Reads {@code laurel.programs}. */
@NullMarked
package dev.laurel.scoring.programs.stream;

import org.jspecify.annotations.NullMarked;
