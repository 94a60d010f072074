package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Book;
import java.time.Instant;

/**
 * That a board is final in a period.
 *
 * @param id its number
 * @param leaderboard the board
 * @param period what the board called the period when it was sealed
 * @param book whose points of which wallet counted
 * @param ties how equal scores stand
 * @param periodEnd when the period was over
 * @param sealedAt when it became final
 * @param size how many places it has
 * @param sha256 hash of its {@link CanonicalForm}, in hexadecimal
 */
public record Seal(
        int id,
        String leaderboard,
        String period,
        Book book,
        Ties ties,
        Instant periodEnd,
        Instant sealedAt,
        long size,
        String sha256) {}
