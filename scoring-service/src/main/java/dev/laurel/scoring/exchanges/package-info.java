/** Points of one wallet for those of another. */
@NullMarked
package dev.laurel.scoring.exchanges;

import org.jspecify.annotations.NullMarked;
