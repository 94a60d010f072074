/** Boards of periods that are final: sealed, hashed, and corrected only by separate entries. */
@NullMarked
package dev.laurel.leaderboards.seals;

import org.jspecify.annotations.NullMarked;
