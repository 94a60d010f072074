/** Tests of boards. */
@NullMarked
package dev.laurel.leaderboards.boards;

import org.jspecify.annotations.NullMarked;
