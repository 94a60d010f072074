/** Tests of tiers. */
@NullMarked
package dev.laurel.scoring.tiers;

import org.jspecify.annotations.NullMarked;
