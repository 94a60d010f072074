package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A board as a program defines it: a view onto the scores of one wallet.
 *
 * @param id its id in the program
 * @param wallet the wallet whose points count
 * @param cycle what its periods are
 * @param byTeam whether it ranks teams
 * @param top how many places it shows, {@code null} for all; ranks are exact beyond it, too
 */
public record Board(String id, String wallet, Cycle cycle, boolean byTeam, @Nullable Integer top) {

    /** What the periods of a board are. */
    public enum Cycle {
        ALL_TIME("all-time"),
        MONTH("month");

        private final String word;

        Cycle(String word) {
            this.word = word;
        }

        /** The word that the program language has for it. */
        public String word() {
            return word;
        }

        /** Reads {@link #word()}; empty for a word of a later language. */
        public static Optional<Cycle> of(String word) {
            for (Cycle cycle : values()) {
                if (cycle.word.equals(word)) {
                    return Optional.of(cycle);
                }
            }
            return Optional.empty();
        }
    }

    /** The period that a day is in. */
    public Period periodOf(LocalDate day) {
        return switch (cycle) {
            case ALL_TIME -> Period.ALL_TIME;
            case MONTH -> new Period.Month(YearMonth.from(day));
        };
    }

    /** Reads a period of this board, empty when the text is none. */
    public Optional<Period> period(String text) {
        try {
            Period period = Period.parse(text);
            return period instanceof Period.AllTime == (cycle == Cycle.ALL_TIME)
                    ? Optional.of(period)
                    : Optional.empty();
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }

    /** What it compares in one period. */
    public Ranking ranking(String program, Period period) {
        return new Ranking(program, wallet, period, byTeam);
    }

    /** Whether the board shows this place. */
    public boolean shows(Standing standing) {
        return top == null || standing.rank() <= top;
    }
}
