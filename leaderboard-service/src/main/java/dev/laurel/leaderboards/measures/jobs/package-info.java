/** Ends streaks whose time is over. */
@NullMarked
package dev.laurel.leaderboards.measures.jobs;

import org.jspecify.annotations.NullMarked;
