/** The boards of a program, and who stands where on them. */
@NullMarked
package dev.laurel.leaderboards.boards;

import org.jspecify.annotations.NullMarked;
