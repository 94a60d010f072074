/** Keeps the newest version of every published program at hand, read from laurel.programs. */
@NullMarked
package dev.laurel.programfeed;

import org.jspecify.annotations.NullMarked;
