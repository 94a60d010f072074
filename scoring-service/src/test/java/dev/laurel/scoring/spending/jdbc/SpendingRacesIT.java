package dev.laurel.scoring.spending.jdbc;

import static dev.laurel.scoring.spending.jdbc.TestTill.PROGRAM;
import static dev.laurel.scoring.spending.jdbc.TestTill.id;
import static dev.laurel.scoring.spending.jdbc.TestTill.starsOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.spending.Answer;
import dev.laurel.scoring.spending.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many want the same at the same time, on a real database. */
class SpendingRacesIT {

    private static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Test
    void twoHundredThreadsGetExactlyWhatTheBalanceCovers() throws Exception {
        try (TestTill till = new TestTill()) {
            // Given
            till.earn("ann", "e1", 1_037);

            // When
            List<Callable<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = "hold-" + i;
                all.add(() ->
                        till.at(it ->
                                it.place(id(name), starsOf("ann"), 10, null, null, PATIENCE, NOW)));
            }
            List<Answer> answers = together(all);

            // Then
            assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(103);
            assertThat(answers)
                    .filteredOn(answer -> !(answer instanceof Answer.Done))
                    .hasSize(97)
                    .containsOnly(new Answer.TooFew(7));
            assertThat(till.has("ann")).containsExactly(7L, 1_030L);
            assertThat(till.faults()).isEmpty();
        }
    }

    @Test
    void aHoldIsConfirmedOrTimedOutButNeverBoth() throws Exception {
        try (TestTill till = new TestTill()) {
            // Given
            int holds = 60;
            till.earn("ann", "e1", holds);
            List<Hold> placed = new ArrayList<>();
            for (int i = 0; i < holds; i++) {
                UUID id = id("hold-" + i);
                Answer answer =
                        till.at(it -> it.place(id, starsOf("ann"), 1, null, null, PATIENCE, NOW));
                placed.add(((Answer.Done) answer).hold());
            }
            Instant justInTime = NOW.plus(PATIENCE).minusMillis(1);
            Instant justTooLate = NOW.plus(PATIENCE);

            // When
            List<Callable<Answer>> all = new ArrayList<>();
            for (Hold hold : placed) {
                all.add(() -> till.at(it -> it.confirm(PROGRAM, hold.id(), null, justInTime)));
                all.add(() -> {
                    till.timeOut(hold, justTooLate);
                    return new Answer.Done(hold);
                });
                all.add(() -> {
                    till.timeOut(hold, justTooLate);
                    return new Answer.Done(hold);
                });
            }
            together(all);

            // Then
            long spent = 0;
            for (Hold hold : placed) {
                Hold after = till.holds.find(PROGRAM, hold.id()).orElseThrow();
                assertThat(after.status()).isIn(Hold.Status.CONFIRMED, Hold.Status.TIMED_OUT);
                spent += after.spent();
            }
            assertThat(till.has("ann")).containsExactly(holds - spent, 0L);
            assertThat(till.faults()).isEmpty();
        }
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> each : work) {
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return each.call();
                        }));
            }
            start.countDown();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}
