/** Tests. */
@NullMarked
package dev.laurel.scoring.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
