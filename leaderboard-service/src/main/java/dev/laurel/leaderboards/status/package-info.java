/** What waits in this service. */
@NullMarked
package dev.laurel.leaderboards.status;

import org.jspecify.annotations.NullMarked;
