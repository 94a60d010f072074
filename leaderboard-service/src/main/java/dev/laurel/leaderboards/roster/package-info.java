/** Who may be seen on boards, and whom each board is of. */
@NullMarked
package dev.laurel.leaderboards.roster;

import org.jspecify.annotations.NullMarked;
