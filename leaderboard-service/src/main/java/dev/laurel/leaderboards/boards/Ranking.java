package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;

/**
 * Scores that are compared with each other.
 *
 * @param book whose points of which wallet
 * @param period what they are summed over
 * @param ties how equal ones stand
 */
public record Ranking(Book book, Period period, Ties ties) {}
