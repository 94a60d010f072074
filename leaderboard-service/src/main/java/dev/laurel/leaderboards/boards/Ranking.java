package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import org.jspecify.annotations.Nullable;

/**
 * Scores that are compared with each other.
 *
 * @param book whose points of which wallet
 * @param period what they are summed over
 * @param ties how equal ones stand
 * @param seal the seal that they are under, {@code null} where they still change
 */
public record Ranking(Book book, Period period, Ties ties, @Nullable Integer seal) {

    /** The same as it was when it was sealed. */
    public Ranking under(int number, Book sealedBook, Ties sealedTies) {
        return new Ranking(sealedBook, period, sealedTies, number);
    }
}
