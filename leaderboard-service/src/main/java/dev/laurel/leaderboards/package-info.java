/** Ranks members by what they earned: boards over all time and by month. */
@NullMarked
package dev.laurel.leaderboards;

import org.jspecify.annotations.NullMarked;
