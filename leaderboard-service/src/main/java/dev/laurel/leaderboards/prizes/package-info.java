/** Who won what on boards that are sealed. */
@NullMarked
package dev.laurel.leaderboards.prizes;

import org.jspecify.annotations.NullMarked;
