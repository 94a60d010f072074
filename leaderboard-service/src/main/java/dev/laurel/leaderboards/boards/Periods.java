package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.Rolling;
import dev.laurel.leaderboards.scores.Season;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the periods of a board are. */
public sealed interface Periods {

    /** The word that the program language has for it. */
    String word();

    /** How time is cut for it. */
    List<Cycle> cycles();

    /**
     * The period that a day is in; of seasons, if it is in none, the one before it or the first.
     */
    Period at(LocalDate day);

    /** Reads what {@link #nameOf} writes, empty when the text is none of them. */
    Optional<Period> find(String name);

    /** What people call a period. */
    String nameOf(Period period);

    /** Those of the calendar, or all time. */
    record Recurring(Calendar calendar) implements Periods {

        @Override
        public String word() {
            return calendar.toString();
        }

        @Override
        public List<Cycle> cycles() {
            return List.of(calendar);
        }

        @Override
        public Period at(LocalDate day) {
            return calendar.periodOf(day).orElse(Period.ALL_TIME);
        }

        @Override
        public Optional<Period> find(String name) {
            return calendar.period(name);
        }

        @Override
        public String nameOf(Period period) {
            return period.name();
        }
    }

    /**
     * Seasons by name.
     *
     * @param seasons at least one
     */
    record Seasons(List<NamedSeason> seasons) implements Periods {

        private static final Comparator<NamedSeason> BY_BEGINNING =
                Comparator.comparing((NamedSeason named) -> named.days().first())
                        .thenComparing(NamedSeason::id);

        public Seasons {
            seasons = seasons.stream().sorted(BY_BEGINNING).toList();
            if (seasons.isEmpty()) {
                throw new IllegalArgumentException("Expected a season, but there is none.");
            }
        }

        @Override
        public String word() {
            return "season";
        }

        @Override
        public List<Cycle> cycles() {
            return seasons.stream().map((NamedSeason named) -> (Cycle) named.days()).toList();
        }

        @Override
        public Period at(LocalDate day) {
            return seasons.stream()
                    .filter(named -> !named.days().first().isAfter(day))
                    .reduce((_, later) -> later)
                    .orElse(seasons.getFirst())
                    .days()
                    .period();
        }

        @Override
        public Optional<Period> find(String name) {
            return seasons.stream()
                    .filter(named -> named.id().equals(name))
                    .findFirst()
                    .map(named -> named.days().period());
        }

        @Override
        public String nameOf(Period period) {
            return seasons.stream()
                    .filter(named -> named.days().period().equals(period))
                    .findFirst()
                    .map(NamedSeason::id)
                    .orElse(period.name());
        }
    }

    /** The last days, today included. */
    record Window(Rolling rolling) implements Periods {

        @Override
        public String word() {
            return "rolling";
        }

        @Override
        public List<Cycle> cycles() {
            return List.of(rolling);
        }

        @Override
        public Period at(LocalDate day) {
            return rolling.period();
        }

        @Override
        public Optional<Period> find(String name) {
            return rolling.period(name);
        }

        @Override
        public String nameOf(Period period) {
            return period.name();
        }
    }

    /** A season and what the program calls it. */
    record NamedSeason(String id, Season days) {}
}
