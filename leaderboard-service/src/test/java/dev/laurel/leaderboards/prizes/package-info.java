/** Tests of prizes. */
@NullMarked
package dev.laurel.leaderboards.prizes;

import org.jspecify.annotations.NullMarked;
