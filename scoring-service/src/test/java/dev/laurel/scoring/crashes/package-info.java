/** The process ends between any two steps of its work. */
@NullMarked
package dev.laurel.scoring.crashes;

import org.jspecify.annotations.NullMarked;
