/** Tests of verification. */
@NullMarked
package dev.laurel.leaderboards.verification;

import org.jspecify.annotations.NullMarked;
