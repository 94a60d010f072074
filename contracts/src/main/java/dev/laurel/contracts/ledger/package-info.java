/** Postings of the points ledger with the balances that they led to. */
@NullMarked
package dev.laurel.contracts.ledger;

import org.jspecify.annotations.NullMarked;
