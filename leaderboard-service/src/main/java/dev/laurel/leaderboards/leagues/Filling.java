package dev.laurel.leaderboards.leagues;

/**
 * How many members have entered a division of a league.
 *
 * @param level the division, 0 for the lowest
 * @param members how many; some may not be on the board any more
 */
public record Filling(int level, int members) {}
