/** Tests. */
@NullMarked
package dev.laurel.leaderboards.boards.web;

import org.jspecify.annotations.NullMarked;
