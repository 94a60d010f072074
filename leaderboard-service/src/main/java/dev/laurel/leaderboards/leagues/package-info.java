/** Divisions and groups of a board, and who moves between them when a period is sealed. */
@NullMarked
package dev.laurel.leaderboards.leagues;

import org.jspecify.annotations.NullMarked;
