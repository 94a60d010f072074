/**
 * Compares what is kept with what it is made of, and shows it to those who compare it with the
 * ledger.
 */
@NullMarked
package dev.laurel.leaderboards.verification;

import org.jspecify.annotations.NullMarked;
