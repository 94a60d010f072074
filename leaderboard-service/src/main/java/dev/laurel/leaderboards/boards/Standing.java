package dev.laurel.leaderboards.boards;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The place of a member, or of a team, in a ranking. Ranks are unique unless equal scores share
 * theirs.
 *
 * @param rank 1 for the best
 * @param member the member, or the team
 * @param score the sum of their points
 * @param reachedAt when the latest event happened that gave points, {@code null} if none ever did
 */
public record Standing(long rank, String member, long score, @Nullable Instant reachedAt) {}
