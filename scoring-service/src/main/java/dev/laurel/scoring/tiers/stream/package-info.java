/** Reads programs' tiers and tells of members' on {@code laurel.tiers}. */
@NullMarked
package dev.laurel.scoring.tiers.stream;

import org.jspecify.annotations.NullMarked;
