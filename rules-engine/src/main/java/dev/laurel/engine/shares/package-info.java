/** Parts of a whole, added and applied exactly. */
@NullMarked
package dev.laurel.engine.shares;

import org.jspecify.annotations.NullMarked;
