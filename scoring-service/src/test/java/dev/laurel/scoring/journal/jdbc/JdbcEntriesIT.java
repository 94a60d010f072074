package dev.laurel.scoring.journal.jdbc;

import static dev.laurel.scoring.ledger.Booking.happened;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.journal.Entries;
import dev.laurel.scoring.journal.Entry;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Instruction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcEntriesIT {

    private static final Instant START = Instant.parse("2011-12-01T08:00:00Z");
    private static final LedgerDatabase database = LedgerDatabase.create();
    private static final Booking booking = new Booking(database);
    private static final JdbcEntries entries =
            new JdbcEntries(database.dataSource(), Duration.ZERO);

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    private static Entries.Range range(String program) {
        return new Entries.Range(program, START, START.plusSeconds(1_000), null);
    }

    /** Three bookings, the first two at the same instant, of three members each. */
    private static void book(String program) {
        for (int i = 0; i < 3; i++) {
            Instruction[] batch = new Instruction[3];
            for (int j = 0; j < 3; j++) {
                String event = "%s-%d-%d".formatted(program, i, j);
                batch[j] =
                        happened(
                                program,
                                "member-" + (2 - j),
                                j,
                                START.minusSeconds(60),
                                event,
                                move(event, 10 + i),
                                move(event + "m", "miles", 1));
            }
            booking.book(START.plusSeconds(i / 2), batch);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 17, 18, 100})
    void pagesHoldEveryEntryOnceAndInOrder(int limit) {
        // Given
        String program = "pages-" + limit;
        book(program);

        // When
        List<Entry> found = new ArrayList<>();
        List<Entry> page = entries.page(range(program), null, limit);
        while (!page.isEmpty()) {
            found.addAll(page);
            page = entries.page(range(program), found.getLast().place(), limit);
        }

        // Then
        assertThat(found).hasSize(18).doesNotHaveDuplicates();
        assertThat(found)
                .extracting(Entry::place)
                .isSortedAccordingTo(
                        Comparator.comparing(Entry.Place::recordedAt)
                                .thenComparing(Entry.Place::member)
                                .thenComparingLong(Entry.Place::sequence));
        List<Entry> streamed = new ArrayList<>();
        entries.forEach(range(program), streamed::add);
        assertThat(streamed).isEqualTo(found);
    }

    @Test
    void aRangeHasItsBeginningButNotItsEnd() {
        // Given
        book("range-club");

        // When
        List<Entry> first =
                entries.page(
                        new Entries.Range("range-club", START, START.plusSeconds(1), null),
                        null,
                        100);
        List<Entry> second =
                entries.page(
                        new Entries.Range(
                                "range-club", START.plusSeconds(1), START.plusSeconds(2), "miles"),
                        null,
                        100);

        // Then
        assertThat(first).hasSize(12);
        assertThat(second).hasSize(3).extracting(Entry::wallet).containsOnly("miles");
    }

    @Test
    void isNotCompleteWhereABookingIsOnItsWay() {
        // When
        Instant before = entries.completeUntil();
        List<Instant> during = new ArrayList<>();
        database.transactions()
                .executeWithoutResult(transaction -> {
                    database.number("SELECT pg_current_xact_id()::text::bigint");
                    during.add(entries.completeUntil());
                    pause();
                    during.add(entries.completeUntil());
                });
        Instant after = entries.completeUntil();

        // Then
        assertThat(during.getLast()).isEqualTo(during.getFirst()).isAfter(before);
        assertThat(after).isAfter(during.getLast());
    }

    private static void pause() {
        database.number("SELECT 1 FROM pg_sleep(0.05)");
    }
}
