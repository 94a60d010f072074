/** Ids derived from what they identify, so that a replay collides instead of paying twice. */
@NullMarked
package dev.laurel.engine.ids;

import org.jspecify.annotations.NullMarked;
