/** How far the ledger has been counted. */
@NullMarked
package dev.laurel.leaderboards.seals.stream;

import org.jspecify.annotations.NullMarked;
