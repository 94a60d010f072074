/** Books what {@code laurel.decisions} brings and tells of it on {@code laurel.ledger}. */
@NullMarked
package dev.laurel.scoring.ledger.stream;

import org.jspecify.annotations.NullMarked;
