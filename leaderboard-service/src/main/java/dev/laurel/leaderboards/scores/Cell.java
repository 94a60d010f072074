package dev.laurel.leaderboards.scores;

/**
 * Where a score is kept.
 *
 * @param book whose points of which wallet
 * @param competitor the member or the team whose score it is
 * @param cycle how time is cut
 * @param period what the score is summed over
 */
public record Cell(Book book, String competitor, Cycle cycle, Period period) {}
