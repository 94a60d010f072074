/** Placeholder. */
@NullMarked
package dev.laurel.programfeed;

import org.jspecify.annotations.NullMarked;
