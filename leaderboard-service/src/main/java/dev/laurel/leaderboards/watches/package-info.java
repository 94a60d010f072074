/** What the work that nobody asks for has in common. */
@NullMarked
package dev.laurel.leaderboards.watches;

import org.jspecify.annotations.NullMarked;
