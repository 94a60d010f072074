package dev.laurel.leaderboards.scores;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Whose points of which wallet are counted, or whose of what else boards rank by.
 *
 * @param wallet the wallet, or what {@link Measure} has a name for
 * @param byTeam whether they are those of teams
 * @param audience of whom; of everyone where they are those of teams
 */
public record Book(String program, String wallet, boolean byTeam, Audience audience)
        implements Comparable<Book> {

    private static final Comparator<Book> ORDER =
            Comparator.comparing(Book::program)
                    .thenComparing(Book::wallet)
                    .thenComparing(Book::byTeam)
                    .thenComparing(book -> book.audience().word());

    /** Those of everyone. */
    public Book(String program, String wallet, boolean byTeam) {
        this(program, wallet, byTeam, Audience.EVERYONE);
    }

    /** The same of everyone. */
    public Book ofEveryone() {
        return new Book(program, wallet, byTeam);
    }

    /** What people call what it counts: a wallet, {@code metric:spend}, {@code badges:held}. */
    public String of() {
        return Measure.shown(wallet);
    }

    /** A score as people read it. */
    public BigDecimal shown(long score) {
        return Measure.shown(wallet, score);
    }

    @Override
    public int compareTo(Book other) {
        return ORDER.compare(this, other);
    }
}
