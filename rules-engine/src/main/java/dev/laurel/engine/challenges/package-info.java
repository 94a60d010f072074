/** Challenges with steps over metrics that award once all of them are reached. */
@NullMarked
package dev.laurel.engine.challenges;

import org.jspecify.annotations.NullMarked;
