/** Streaks: periods with activity, one after the other. */
@NullMarked
package dev.laurel.engine.streaks;

import org.jspecify.annotations.NullMarked;
