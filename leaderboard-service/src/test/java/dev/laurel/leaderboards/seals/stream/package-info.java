/** Tests of how far the ledger is counted. */
@NullMarked
package dev.laurel.leaderboards.seals.stream;

import org.jspecify.annotations.NullMarked;
