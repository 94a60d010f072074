/** Reading and writing small versioned binary records. */
@NullMarked
package dev.laurel.engine.bytes;

import org.jspecify.annotations.NullMarked;
