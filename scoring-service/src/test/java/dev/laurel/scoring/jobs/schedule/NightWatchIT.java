package dev.laurel.scoring.jobs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each night once and in order, whatever happens to those who do it. */
class NightWatchIT {

    private final Shift shift = new Shift();

    @AfterEach
    void close() {
        shift.close();
    }

    @Test
    void doesANightInTheDeclaredOrderAtLocalMidnight() {
        // Given: the first look finds where to begin
        shift.zones.put("shop", ZoneId.of("Europe/London"));
        shift.runAt("2011-06-30T12:00:00Z");
        shift.runAt("2011-06-30T12:00:10Z");
        assertThat(shift.diary()).containsExactlyElementsOf(nights("shop", "2011-06-30", 1));

        // When
        shift.runAt("2011-06-30T22:59:59Z");
        List<String> before = shift.diary();
        shift.runAt("2011-06-30T23:00:00Z");
        shift.runAt("2011-06-30T23:00:10Z");

        // Then
        assertThat(before).hasSize(6);
        assertThat(shift.diary()).containsExactlyElementsOf(nights("shop", "2011-06-30", 2));
    }

    @Test
    void everyProgramHasItsOwnMidnight() {
        // Given
        shift.zones.put("east", ZoneId.of("Pacific/Kiritimati"));
        shift.zones.put("west", ZoneId.of("Etc/GMT+12"));
        shift.runAt("2012-02-28T09:00:00Z");
        shift.runAt("2012-02-28T09:30:00Z");
        int begun = shift.diary().size();

        // When
        shift.runAt("2012-02-28T10:00:00Z");
        List<String> tenInUtc = tail(begun);
        shift.runAt("2012-02-28T12:00:00Z");

        // Then: a day apart, and more
        assertThat(tenInUtc).containsExactlyElementsOf(nights("east", "2012-02-29", 1));
        assertThat(tail(begun + 6)).containsExactlyElementsOf(nights("west", "2012-02-28", 1));
    }

    @Test
    void aMissedWeekIsMadeUpForNightByNight() {
        // Given
        begun("2011-10-25T12:00:00Z");

        // When: clocks go back in that week
        shift.runAt("2011-11-01T12:00:00Z");

        // Then
        assertThat(shift.diary()).containsExactlyElementsOf(nights("shop", "2011-10-25", 8));
    }

    @Test
    void twoInstancesDoEachPortionOnce() throws Exception {
        // Given
        begun("2011-11-01T12:00:00Z");
        shift.now = Instant.parse("2011-11-21T00:00:00Z");

        // When
        List<Callable<Void>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            NightWatch instance = shift.instance();
            both.add(() -> {
                for (int look = 0; look < 30; look++) {
                    instance.run();
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Void> future : threads.invokeAll(both)) {
                future.get();
            }
        }

        // Then
        assertThat(shift.diary()).containsExactlyElementsOf(nights("shop", "2011-11-01", 21));
    }

    @Test
    void goesOnWhereItDied() {
        // Given: it dies at every second portion, after its work and before the commit
        begun("2011-11-01T12:00:00Z");
        AtomicInteger portions = new AtomicInteger();
        shift.beforeCommit =
                _ -> {
                    if (portions.incrementAndGet() % 2 == 0) {
                        throw new Killed();
                    }
                };

        // When
        int deaths = 0;
        for (int i = 0; i < 40; i++) {
            try {
                shift.runAt("2011-11-05T00:00:00Z");
            } catch (Killed _) {
                deaths++;
            }
        }

        // Then
        assertThat(deaths).isGreaterThan(10);
        assertThat(shift.diary()).containsExactlyElementsOf(nights("shop", "2011-11-01", 5));
    }

    @Test
    void aJobThatFailsHoldsUpItsOwnProgramAndIsTriedAgain() {
        // Given
        shift.zones.put("broken", ZoneId.of("UTC"));
        begun("2011-11-01T12:00:00Z");
        int done = shift.diary().size();
        shift.beforeCommit =
                entry -> {
                    if (entry.startsWith("broken 2011-11-02 TIERS 2")) {
                        throw new IllegalStateException("no");
                    }
                };

        // When
        shift.runAt("2011-11-02T00:00:00Z");
        shift.runAt("2011-11-02T00:00:10Z");
        List<String> meanwhile = tail(done);
        long failures =
                shift.database.number("SELECT failures FROM job_run WHERE failure IS NOT NULL");
        shift.beforeCommit = _ -> {};
        shift.runAt("2011-11-02T00:00:20Z");

        // Then
        assertThat(meanwhile)
                .hasSize(10)
                .containsAll(nights("shop", "2011-11-02", 1))
                .contains("broken 2011-11-02 TIERS 1")
                .doesNotContain("broken 2011-11-02 TIERS 2");
        assertThat(failures).isEqualTo(2);
        assertThat(tail(done))
                .filteredOn(entry -> entry.startsWith("broken"))
                .containsExactlyElementsOf(nights("broken", "2011-11-02", 1));
        assertThat(shift.database.number("SELECT count(*) FROM job_run WHERE failure IS NOT NULL"))
                .isZero();
        assertThat(shift.database.number("SELECT sum(portions) FROM job_run WHERE stage = 'tiers'"))
                .isEqualTo(12);
    }

    /** A process that ends leaves no exception behind that anybody could deal with. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    private void begun(String instant) {
        shift.zones.put("shop", ZoneId.of("Europe/London"));
        shift.runAt(instant);
        shift.runAt(instant);
    }

    private List<String> tail(int from) {
        return shift.diary().subList(from, shift.diary().size());
    }

    private static List<String> nights(String program, String first, int number) {
        List<String> entries = new ArrayList<>();
        for (int night = 0; night < number; night++) {
            for (String stage : List.of("EXPIRY", "TIERS")) {
                for (int part = 1; part <= 3; part++) {
                    LocalDate day = LocalDate.parse(first).plusDays(night);
                    entries.add("%s %s %s %d".formatted(program, day, stage, part));
                }
            }
        }
        return entries;
    }
}
