/** The leaderboard service as a whole, with a real broker and a real database. */
@NullMarked
package dev.laurel.leaderboards;

import org.jspecify.annotations.NullMarked;
