/** Calendar periods that a local date falls into. */
@NullMarked
package dev.laurel.engine.periods;

import org.jspecify.annotations.NullMarked;
