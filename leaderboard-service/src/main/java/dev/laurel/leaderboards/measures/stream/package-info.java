/** Reads decisions. */
@NullMarked
package dev.laurel.leaderboards.measures.stream;

import org.jspecify.annotations.NullMarked;
