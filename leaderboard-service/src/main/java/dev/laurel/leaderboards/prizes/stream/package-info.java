/** Tells of prizes on the topic of events. */
@NullMarked
package dev.laurel.leaderboards.prizes.stream;

import org.jspecify.annotations.NullMarked;
