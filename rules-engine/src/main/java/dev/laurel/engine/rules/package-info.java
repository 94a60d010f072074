/** Rules that give and take points for an event, within limits. */
@NullMarked
package dev.laurel.engine.rules;

import org.jspecify.annotations.NullMarked;
