/** Jobs that say what a draft would have done with events, without anything being written. */
@NullMarked
package dev.laurel.rules.simulations;

import org.jspecify.annotations.NullMarked;
