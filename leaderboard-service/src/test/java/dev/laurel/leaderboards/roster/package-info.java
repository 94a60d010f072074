/** Tests of who is on which board. */
@NullMarked
package dev.laurel.leaderboards.roster;

import org.jspecify.annotations.NullMarked;
