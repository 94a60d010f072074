/** All that the ledger does, in any order. */
@NullMarked
package dev.laurel.scoring.sequences;

import org.jspecify.annotations.NullMarked;
