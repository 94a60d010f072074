/** What the registry says of members. */
@NullMarked
package dev.laurel.leaderboards.roster.stream;

import org.jspecify.annotations.NullMarked;
