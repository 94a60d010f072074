/** Tests of leagues. */
@NullMarked
package dev.laurel.leaderboards.leagues;

import org.jspecify.annotations.NullMarked;
