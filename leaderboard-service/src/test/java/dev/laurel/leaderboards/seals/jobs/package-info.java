/** Tests. */
@NullMarked
package dev.laurel.leaderboards.seals.jobs;

import org.jspecify.annotations.NullMarked;
