/**
 * Standings of large boards out of sorted sets in Valkey, or any server that speaks its protocol.
 */
@NullMarked
package dev.laurel.leaderboards.boards.valkey;

import org.jspecify.annotations.NullMarked;
