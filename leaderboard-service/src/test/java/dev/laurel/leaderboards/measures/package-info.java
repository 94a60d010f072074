/** Tests of scores. */
@NullMarked
package dev.laurel.leaderboards.measures;

import org.jspecify.annotations.NullMarked;
