/** Does what is due on boards that nobody asks for. */
@NullMarked
package dev.laurel.leaderboards.boards.upkeep;

import org.jspecify.annotations.NullMarked;
