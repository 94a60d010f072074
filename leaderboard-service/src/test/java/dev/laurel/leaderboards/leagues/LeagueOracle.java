package dev.laurel.leaderboards.leagues;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.groupingBy;

import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Calendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Leagues as a fold over weeks in memory, written down from docs/boards.md: what the database has
 * to come to when all scores of a week are there before it opens.
 */
final class LeagueOracle {

    private static final Comparator<Scorer> BY_ENTRY =
            comparing(Scorer::reachedAt, nullsLast(naturalOrder())).thenComparing(Scorer::member);

    private static final Comparator<Scorer> BY_PLACE =
            comparing(Scorer::score, Comparator.<Long>reverseOrder())
                    .thenComparing(Scorer::reachedAt, nullsLast(naturalOrder()))
                    .thenComparing(Scorer::member);

    private final List<String> divisions;
    private final int size;
    private final int promote;
    private final int relegate;
    private final Ties ties;

    /** What members come to, each from the last week to the first. */
    private final Map<String, List<String>> history = new TreeMap<>();

    private final Map<String, Integer> levels = new HashMap<>();

    LeagueOracle(List<String> divisions, int size, int promote, int relegate, Ties ties) {
        this.divisions = divisions;
        this.size = size;
        this.promote = promote;
        this.relegate = relegate;
        this.ties = ties;
    }

    private record Scorer(String member, long score, @Nullable Instant reachedAt) {
        static Scorer of(List<LedgerEntry> entries) {
            return new Scorer(
                    entries.getFirst().member(),
                    entries.stream().mapToLong(LedgerEntry::points).sum(),
                    entries.stream()
                            .filter(entry -> entry.points() > 0)
                            .map(LedgerEntry::time)
                            .max(naturalOrder())
                            .orElse(null));
        }
    }

    /** By member: {@code 2011-W44 division/group rank next}, the latest week first. */
    Map<String, List<String>> fold(List<LedgerEntry> entries) {
        new TreeMap<>(entries.stream().collect(groupingBy(entry -> monday(entry.localDate()))))
                .forEach((monday, ofWeek) ->
                        end(
                                monday,
                                ofWeek.stream()
                                        .collect(groupingBy(LedgerEntry::member))
                                        .values()
                                        .stream()
                                        .map(Scorer::of)
                                        .sorted(BY_ENTRY)
                                        .toList()));
        return history;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private void end(LocalDate monday, List<Scorer> scorers) {
        Map<Integer, List<Scorer>> byLevel =
                scorers.stream().collect(groupingBy(each -> levels.getOrDefault(each.member(), 0)));
        byLevel.forEach((level, entered) -> {
            for (int first = 0; first < entered.size(); first += size) {
                List<Scorer> group =
                        entered.subList(first, Math.min(first + size, entered.size())).stream()
                                .sorted(BY_PLACE)
                                .toList();
                end(monday, level, 1 + first / size, group);
            }
        });
    }

    private void end(LocalDate monday, int level, int number, List<Scorer> group) {
        for (int index = 0; index < group.size(); index++) {
            Scorer own = group.get(index);
            long rank =
                    ties == Ties.SHARED
                            ? 1
                                    + group.stream()
                                            .filter(other -> other.score() > own.score())
                                            .count()
                            : index + 1;
            int next = level;
            // A share of what a full group moves, in the members' favour.
            if (level < divisions.size() - 1
                    && (rank - 1) * size < (long) promote * group.size()
                    && own.score() > 0) {
                next++;
            } else if (level > 0
                    && (group.size() - rank + 1) * size <= (long) relegate * group.size()) {
                next--;
            }
            levels.put(own.member(), next);
            history.computeIfAbsent(own.member(), _ -> new ArrayList<>())
                    .addFirst(
                            "%s %s/%d %d %s"
                                    .formatted(
                                            Calendar.WEEK.periodOf(monday).orElseThrow(),
                                            divisions.get(level),
                                            number,
                                            rank,
                                            divisions.get(next)));
        }
    }
}
