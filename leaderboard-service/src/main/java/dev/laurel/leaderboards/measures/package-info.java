/** What boards rank by besides points: metrics, streaks, badges. */
@NullMarked
package dev.laurel.leaderboards.measures;

import org.jspecify.annotations.NullMarked;
