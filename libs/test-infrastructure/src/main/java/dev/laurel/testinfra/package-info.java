/** Placeholder. */
@NullMarked
package dev.laurel.testinfra;

import org.jspecify.annotations.NullMarked;
