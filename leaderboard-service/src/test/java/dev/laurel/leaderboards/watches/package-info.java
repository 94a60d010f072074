/** Tests. */
@NullMarked
package dev.laurel.leaderboards.watches;

import org.jspecify.annotations.NullMarked;
