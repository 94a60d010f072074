package dev.laurel.leaderboards.measures.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.measures.Reading;
import dev.laurel.leaderboards.measures.Reading.Value;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.DayCell;
import dev.laurel.leaderboards.scores.Gain;
import dev.laurel.leaderboards.scores.Posting;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What some readings say in the end: of each cell what the last of them says. */
final class Said {

    private final Instant now;
    private final Map<DayCell, Last> cells = new LinkedHashMap<>();
    private final Map<MemberMeasure, Set<DayCell>> byMeasure = new HashMap<>();
    private final Map<MemberMeasure, Instant> lapses = new HashMap<>();
    private final Set<MemberMeasure> over = new HashSet<>();

    /**
     * @param now what has ended by then is over
     */
    Said(Instant now) {
        this.now = now;
    }

    /**
     * What was said last.
     *
     * @param score what the measure says
     * @param reachedAt the latest event that counted
     * @param reading who said it
     */
    private record Last(long score, @Nullable Instant reachedAt, Reading reading) {}

    void add(Reading reading, Value value) {
        MemberMeasure whose = new MemberMeasure(reading.participant(), value.measure());
        DayCell cell = cell(reading, value);
        over.remove(whose);
        lapses.remove(whose);
        if (value.isOver(now)) {
            over.add(whose);
            cells.remove(cell);
            return;
        }
        Instant until = value.until();
        if (until != null) {
            lapses.put(whose, until);
        }
        Last before = cells.get(cell);
        Instant reachedAt =
                before == null || value.ends()
                        ? value.reachedAt()
                        : later(before.reachedAt(), value.reachedAt());
        cells.put(cell, new Last(value.score(), reachedAt, reading));
        byMeasure.computeIfAbsent(whose, _ -> new HashSet<>()).add(cell);
    }

    /** What was said of days of a measure before it began anew no longer holds. */
    void clear(Reading reading, String measure) {
        byMeasure
                .getOrDefault(new MemberMeasure(reading.participant(), measure), Set.of())
                .forEach(cell ->
                        cells.computeIfPresent(
                                cell, (_, last) -> new Last(0, last.reachedAt(), reading)));
    }

    /** Where something was said, if only that it has ended. */
    Set<DayCell> cells() {
        Set<DayCell> all = new LinkedHashSet<>(cells.keySet());
        over.forEach(whose -> all.add(cell(whose)));
        return all;
    }

    /** When what was said ends. */
    Map<MemberMeasure, Instant> lapses() {
        return lapses;
    }

    /**
     * What has ended of that which was there.
     *
     * @param before what was in the cells, as far as there was anything
     */
    Set<MemberMeasure> over(Map<DayCell, Gain> before) {
        return over.stream()
                .filter(whose -> before.containsKey(cell(whose)))
                .collect(Collectors.toSet());
    }

    /**
     * What ends and was reached earlier than is known: times only move on where they are added to,
     * so it has to be counted from nothing.
     */
    Set<MemberMeasure> setBack(Map<DayCell, Gain> before) {
        return lapses.keySet().stream()
                .filter(whose -> {
                    DayCell cell = cell(whose);
                    Gain known = before.get(cell);
                    Last last = cells.get(cell);
                    return known != null && last != null && isBefore(last, known);
                })
                .collect(Collectors.toSet());
    }

    private static boolean isBefore(Last last, Gain known) {
        Instant one = last.reachedAt();
        Instant other = known.reachedAt();
        return one != null && other != null && one.isBefore(other);
    }

    static DayCell cell(MemberMeasure whose) {
        return new DayCell(book(whose), whose.participant().member(), Value.EVER);
    }

    static Book book(MemberMeasure whose) {
        return new Book(whose.participant().program(), whose.measure(), false);
    }

    /**
     * What has changed.
     *
     * @param before what was in the cells, as far as there was anything
     */
    Map<Posting, Gain> changes(Map<DayCell, Gain> before) {
        Map<Posting, Gain> changes = new LinkedHashMap<>();
        cells.forEach((cell, last) -> {
            Gain known = before.get(cell);
            long change = last.score() - (known == null ? 0 : known.points());
            if (change != 0 || last.reachedAt() != null) {
                changes.put(posting(cell, last, change), new Gain(change, last.reachedAt()));
            }
        });
        return changes;
    }

    private static Posting posting(DayCell cell, Last last, long change) {
        Reading reading = last.reading();
        String name =
                String.join(
                        "\n",
                        reading.decision().toString(),
                        cell.book().wallet(),
                        cell.day().toString());
        return new Posting(
                reading.participant(),
                reading.offset(),
                cell.book().wallet(),
                change,
                reading.time(),
                cell.day(),
                null,
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                cell.book().of(),
                reading.decision(),
                reading.decidedAt());
    }

    private static DayCell cell(Reading reading, Value value) {
        return new DayCell(
                new Book(reading.participant().program(), value.measure(), false),
                reading.participant().member(),
                value.day());
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Objects.requireNonNull(one).isAfter(other) ? one : other;
    }
}
