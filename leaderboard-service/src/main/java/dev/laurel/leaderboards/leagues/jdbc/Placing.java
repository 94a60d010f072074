package dev.laurel.leaderboards.leagues.jdbc;

/**
 * What the end of a period comes to for a member.
 *
 * @param rank in the group
 * @param levelAfter the level that the member goes to
 */
public record Placing(String member, long rank, int levelAfter) {}
