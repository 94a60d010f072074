/** Tiers of members. */
@NullMarked
package dev.laurel.contracts.tiers;

import org.jspecify.annotations.NullMarked;
