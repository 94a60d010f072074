package dev.laurel.leaderboards.leagues;

/**
 * Where a member is in a league, from the first score on and for good.
 *
 * @param level the division, 0 for the lowest
 * @param group the group in it, counted from 1
 */
public record Seat(int level, int group) {}
