/** Tests of how boards are read. */
@NullMarked
package dev.laurel.leaderboards.boards.program;

import org.jspecify.annotations.NullMarked;
