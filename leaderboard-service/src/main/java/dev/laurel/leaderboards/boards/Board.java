package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A board as a program defines it: a view onto the scores in one wallet, or in what else is
 * measured.
 *
 * @param id its id in the program
 * @param wallet the wallet whose points count, or what {@link
 *     dev.laurel.leaderboards.scores.Measure} has a name for
 * @param periods what it starts afresh with
 * @param audience of whom it is
 * @param byTeam whether it ranks teams
 * @param ties how equal scores stand
 * @param top how many places it shows, {@code null} for all; ranks are exact beyond it, too
 * @param sealAfter how long after its end a period still takes late events, {@code null} for ever
 * @param prizes what places get when it is sealed
 * @param divisions what its members are divided into, {@code null} for a board without leagues
 */
public record Board(
        String id,
        String wallet,
        Periods periods,
        Audience audience,
        boolean byTeam,
        Ties ties,
        @Nullable Integer top,
        @Nullable Duration sealAfter,
        List<Prize> prizes,
        @Nullable Divisions divisions) {

    public Board {
        prizes = List.copyOf(prizes);
    }

    /** The same without prizes. */
    public Board withoutPrizes() {
        return new Board(
                id, wallet, periods, audience, byTeam, ties, top, sealAfter, List.of(), divisions);
    }

    /** The period that a day is in; of seasons, if it is in none, the one before it. */
    public Period periodOf(LocalDate day) {
        return periods.at(day);
    }

    /** Reads what {@link #nameOf} writes, empty when the text is no period of this board. */
    public Optional<Period> period(String name) {
        return periods.find(name);
    }

    /** What it calls a period: a season by its id. */
    public String nameOf(Period period) {
        return periods.nameOf(period);
    }

    /** What it compares in one period, unless that is sealed. */
    public Ranking ranking(String program, Period period) {
        return new Ranking(book(program), period, ties, null);
    }

    /** The rankings that have to be kept for it. */
    public Set<Kept> kept(String program) {
        return periods.cycles().stream()
                .map((Cycle cycle) -> new Kept(book(program), cycle))
                .collect(Collectors.toSet());
    }

    /** What people call what it ranks by: a wallet, {@code metric:spend}, {@code badges:held}. */
    public String of() {
        return book("").of();
    }

    /** Whose points it compares. */
    public Book book(String program) {
        return new Book(program, wallet, byTeam, audience);
    }

    /** Whether the board shows this place. */
    public boolean shows(Standing standing) {
        return top == null || standing.rank() <= top;
    }
}
