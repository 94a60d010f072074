/** Reads the boards of a published program document. */
@NullMarked
package dev.laurel.leaderboards.boards.program;

import org.jspecify.annotations.NullMarked;
