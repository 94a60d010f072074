/** Double entry: what decisions ask for becomes postings, balances and sequences. */
@NullMarked
package dev.laurel.scoring.ledger;

import org.jspecify.annotations.NullMarked;
