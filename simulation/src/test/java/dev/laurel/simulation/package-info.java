/** Facts about simulations. */
@NullMarked
package dev.laurel.simulation;

import org.jspecify.annotations.NullMarked;
