/** Badges that a challenge gives, or a condition over metrics. */
@NullMarked
package dev.laurel.engine.badges;

import org.jspecify.annotations.NullMarked;
