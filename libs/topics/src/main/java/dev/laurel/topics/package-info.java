/** Placeholder. */
@NullMarked
package dev.laurel.topics;

import org.jspecify.annotations.NullMarked;
