/** Adds many rows to a table at once, the way PostgreSQL does it with the least work. */
@NullMarked
package dev.laurel.bulkcopy;

import org.jspecify.annotations.NullMarked;
