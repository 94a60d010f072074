/** Boosts: what multiplies or adds to the points that rules give. */
@NullMarked
package dev.laurel.engine.boosts;

import org.jspecify.annotations.NullMarked;
