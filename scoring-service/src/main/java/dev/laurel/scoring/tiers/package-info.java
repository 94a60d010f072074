/** Tiers: what members are by the points that they earned, whatever they spent. */
@NullMarked
package dev.laurel.scoring.tiers;

import org.jspecify.annotations.NullMarked;
