/** Asks the registry for names. */
@NullMarked
package dev.laurel.leaderboards.roster.client;

import org.jspecify.annotations.NullMarked;
