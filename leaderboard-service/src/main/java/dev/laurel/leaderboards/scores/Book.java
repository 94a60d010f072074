package dev.laurel.leaderboards.scores;

import java.util.Comparator;

/**
 * Whose points of which wallet are counted.
 *
 * @param byTeam whether they are those of teams
 */
public record Book(String program, String wallet, boolean byTeam) implements Comparable<Book> {

    private static final Comparator<Book> ORDER =
            Comparator.comparing(Book::program)
                    .thenComparing(Book::wallet)
                    .thenComparing(Book::byTeam);

    @Override
    public int compareTo(Book other) {
        return ORDER.compare(this, other);
    }
}
