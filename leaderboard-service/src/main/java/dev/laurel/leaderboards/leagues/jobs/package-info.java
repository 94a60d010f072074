/** Opens the leagues of periods that go on. */
@NullMarked
package dev.laurel.leaderboards.leagues.jobs;

import org.jspecify.annotations.NullMarked;
