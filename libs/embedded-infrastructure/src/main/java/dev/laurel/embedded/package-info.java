/** Placeholder. */
@NullMarked
package dev.laurel.embedded;

import org.jspecify.annotations.NullMarked;
