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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random steps of random holds, at random times, against the plainest arithmetic there is. {@code
 * -Dlaurel.seed} repeats a run.
 */
class SpendingPropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final Instant START = Instant.parse("2011-12-01T08:00:00Z");

    /** A hold as it should be. */
    private static final class Expected {

        private final String member;
        private final long points;
        private final Instant expiresAt;
        private String status = "open";
        private long spent;
        private long refunded;

        Expected(String member, long points, Instant expiresAt) {
            this.member = member;
            this.points = points;
            this.expiresAt = expiresAt;
        }
    }

    /** Members' points as they should be. */
    private static final class Oracle {

        private final Map<String, Long> balances = new HashMap<>();
        private final Map<UUID, Expected> holds = new HashMap<>();

        void earn(String member, long points) {
            balances.merge(member, points, Long::sum);
        }

        long held(String member) {
            return holds.values().stream()
                    .filter(hold -> hold.member.equals(member) && hold.status.equals("open"))
                    .mapToLong(hold -> hold.points)
                    .sum();
        }

        boolean place(UUID id, String member, long points, Instant now, Instant expiresAt) {
            holds.values().stream()
                    .filter(hold -> hold.member.equals(member))
                    .forEach(hold -> timeOut(hold, now));
            if (balances.getOrDefault(member, 0L) < points) {
                return false;
            }
            earn(member, -points);
            holds.put(id, new Expected(member, points, expiresAt));
            return true;
        }

        void timeOut(Expected hold, Instant now) {
            if (hold.status.equals("open") && !now.isBefore(hold.expiresAt)) {
                hold.status = "timed-out";
                earn(hold.member, hold.points);
            }
        }

        boolean confirm(Expected hold, @Nullable Long points, Instant now) {
            timeOut(hold, now);
            long wanted = points == null ? hold.points : points;
            if (hold.status.equals("confirmed") && hold.spent == wanted) {
                return true;
            }
            if (!hold.status.equals("open") || wanted > hold.points) {
                return false;
            }
            hold.status = "confirmed";
            hold.spent = wanted;
            earn(hold.member, hold.points - wanted);
            return true;
        }

        boolean release(Expected hold, Instant now) {
            timeOut(hold, now);
            if (hold.status.equals("open")) {
                hold.status = "released";
                earn(hold.member, hold.points);
            }
            return !hold.status.equals("confirmed");
        }

        boolean refund(Expected hold, @Nullable Long points) {
            long left = hold.spent - hold.refunded;
            long back = points == null ? left : points;
            if (left == 0 || back > left) {
                return false;
            }
            hold.refunded += back;
            earn(hold.member, back);
            return true;
        }
    }

    @RepeatedTest(4)
    void agreesWithTheOracle(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        List<UUID> placed = new ArrayList<>();
        Instant now = START;

        try (TestTill till = new TestTill()) {
            for (int i = 0; i < 250; i++) {
                // When
                String step = "step %d of seed %d".formatted(i, seed);
                now = now.plusSeconds(random.nextInt(60));
                String member = "member-" + random.nextInt(3);
                boolean expected;
                Answer answer;
                switch (placed.isEmpty() ? random.nextInt(2) : random.nextInt(7)) {
                    case 0 -> {
                        long points = random.nextInt(1, 200);
                        till.earn(member, "event-" + i, points);
                        oracle.earn(member, points);
                        continue;
                    }
                    case 1 -> {
                        UUID id = id("hold-" + i);
                        long points = random.nextInt(1, 150);
                        Duration patience = Duration.ofSeconds(random.nextInt(1, 600));
                        Instant at = now;
                        expected = oracle.place(id, member, points, at, at.plus(patience));
                        answer =
                                till.at(it ->
                                        it.place(
                                                id,
                                                starsOf(member),
                                                points,
                                                null,
                                                null,
                                                patience,
                                                at));
                        if (expected) {
                            placed.add(id);
                        }
                    }
                    case 2, 3 -> {
                        UUID id = placed.get(random.nextInt(placed.size()));
                        Long points = part(random);
                        Instant at = now;
                        expected = oracle.confirm(hold(oracle, id), points, at);
                        answer = till.at(it -> it.confirm(PROGRAM, id, points, at));
                    }
                    case 4 -> {
                        UUID id = placed.get(random.nextInt(placed.size()));
                        Instant at = now;
                        expected = oracle.release(hold(oracle, id), at);
                        answer = till.at(it -> it.release(PROGRAM, id, at));
                    }
                    case 5 -> {
                        UUID id = placed.get(random.nextInt(placed.size()));
                        UUID refund = id("refund-" + i);
                        Long points = part(random);
                        Instant at = now;
                        expected = oracle.refund(hold(oracle, id), points);
                        answer = till.at(it -> it.refund(PROGRAM, id, refund, points, at));
                    }
                    default -> {
                        Instant at = now;
                        till.holds.overdue(at, 100).forEach(hold -> till.timeOut(hold, at));
                        oracle.holds.values().forEach(hold -> oracle.timeOut(hold, at));
                        continue;
                    }
                }

                // Then
                assertThat(answer instanceof Answer.Done)
                        .as("%s: %s", step, answer)
                        .isEqualTo(expected);
                assertThat(till.has(member))
                        .as(step)
                        .containsExactly(
                                oracle.balances.getOrDefault(member, 0L), oracle.held(member));
            }

            // Then
            oracle.holds.forEach((id, expected) -> {
                Hold hold = till.holds.find(PROGRAM, id).orElseThrow();
                assertThat(
                                "%s %d %d"
                                        .formatted(
                                                hold.status().label(),
                                                hold.spent(),
                                                hold.refunded()))
                        .as("hold %s of seed %d", id, seed)
                        .isEqualTo(
                                "%s %d %d"
                                        .formatted(
                                                expected.status,
                                                expected.spent,
                                                expected.refunded));
            });
            assertThat(till.faults()).as("seed %d", seed).isEmpty();
        }
    }

    private static Expected hold(Oracle oracle, UUID id) {
        Expected hold = oracle.holds.get(id);
        if (hold == null) {
            throw new AssertionError("Expected a hold, but there is no " + id);
        }
        return hold;
    }

    private static @Nullable Long part(Random random) {
        return random.nextBoolean() ? null : Long.valueOf(random.nextInt(1, 160));
    }
}
