/** Tests of the fold. */
@NullMarked
package dev.laurel.tiers;

import org.jspecify.annotations.NullMarked;
