/** The scoring service: the points ledger, from decisions to balances. */
@NullMarked
package dev.laurel.scoring;

import org.jspecify.annotations.NullMarked;
