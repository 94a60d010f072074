/** Tests of seals. */
@NullMarked
package dev.laurel.leaderboards.seals;

import org.jspecify.annotations.NullMarked;
