/** Takes in the ledger. */
@NullMarked
package dev.laurel.leaderboards.scores.stream;

import org.jspecify.annotations.NullMarked;
