/** Rates at which members exchange points of one wallet for those of another. */
@NullMarked
package dev.laurel.engine.exchanges;

import org.jspecify.annotations.NullMarked;
