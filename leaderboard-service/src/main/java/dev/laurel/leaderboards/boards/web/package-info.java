/** Boards and ranks over HTTP. */
@NullMarked
package dev.laurel.leaderboards.boards.web;

import org.jspecify.annotations.NullMarked;
