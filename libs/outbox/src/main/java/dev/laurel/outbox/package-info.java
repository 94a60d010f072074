/** Placeholder. */
@NullMarked
package dev.laurel.outbox;

import org.jspecify.annotations.NullMarked;
