/** Placeholder. */
@NullMarked
package dev.laurel.cloudevents;

import org.jspecify.annotations.NullMarked;
