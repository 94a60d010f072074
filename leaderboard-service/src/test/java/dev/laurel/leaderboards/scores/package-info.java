/** Tests of scores. */
@NullMarked
package dev.laurel.leaderboards.scores;

import org.jspecify.annotations.NullMarked;
