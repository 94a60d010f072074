/** Tests. */
@NullMarked
package dev.laurel.scoring.ledger;

import org.jspecify.annotations.NullMarked;
