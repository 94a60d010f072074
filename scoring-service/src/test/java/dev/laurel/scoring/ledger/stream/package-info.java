/** Tests. */
@NullMarked
package dev.laurel.scoring.ledger.stream;

import org.jspecify.annotations.NullMarked;
