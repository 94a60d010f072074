/** Each member's score per wallet and period, whether or not a board shows it. */
@NullMarked
package dev.laurel.leaderboards.scores;

import org.jspecify.annotations.NullMarked;
