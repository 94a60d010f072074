/** Tests of boards in Valkey. */
@NullMarked
package dev.laurel.leaderboards.boards.valkey;

import org.jspecify.annotations.NullMarked;
