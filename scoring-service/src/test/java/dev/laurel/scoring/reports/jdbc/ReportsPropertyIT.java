package dev.laurel.scoring.reports.jdbc;

import static dev.laurel.scoring.ledger.Booking.happened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Account;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Posting;
import dev.laurel.scoring.reports.AccountTotal;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.DayTotal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random postings, many of them late, some about tomorrow, against a sum over a list. {@code
 * -Dlaurel.seed} repeats a run.
 */
class ReportsPropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final String PROGRAM = "retail-club";
    private static final int STEPS = 60;

    /** In the order of a report, none of them last. */
    private static final List<@Nullable String> CHANNELS = Arrays.asList("app", "web", null);

    /** All postings, added up the plainest way. */
    private static final class Oracle {

        private final List<Posting> postings = new ArrayList<>();

        List<AccountTotal> accounts(String program, @Nullable String member, AsOf asOf) {
            return sum(posting ->
                    posting.member().program().equals(program)
                            && (member == null || posting.member().id().equals(member))
                            && isBy(posting.origin().time(), asOf.at())
                            && isBy(posting.recordedAt(), asOf.known()));
        }

        List<DayTotal> days(LocalDate from, LocalDate to) {
            return from.datesUntil(to.plusDays(1))
                    .flatMap(day -> day(day, null, _ -> true))
                    .toList();
        }

        List<DayTotal> daysByChannel(LocalDate from, LocalDate to) {
            return from.datesUntil(to.plusDays(1))
                    .flatMap(day ->
                            CHANNELS.stream()
                                    .flatMap(channel ->
                                            day(day, channel, it -> Objects.equals(it, channel))))
                    .toList();
        }

        private Stream<DayTotal> day(
                LocalDate day, @Nullable String channel, Predicate<@Nullable String> which) {
            return sum(posting ->
                            posting.member().program().equals(PROGRAM)
                                    && posting.origin().localDate().equals(day)
                                    && which.test(posting.origin().channel()))
                    .stream()
                    .map(total -> new DayTotal(day, channel, total));
        }

        private List<AccountTotal> sum(Predicate<Posting> which) {
            Map<String, AccountTotal> totals = new TreeMap<>();
            for (Posting posting : postings.stream().filter(which).toList()) {
                BigInteger amount = BigInteger.valueOf(posting.amount());
                add(totals, posting.wallet(), posting.debit(), amount, BigInteger.ZERO);
                add(totals, posting.wallet(), posting.credit(), BigInteger.ZERO, amount);
            }
            return List.copyOf(totals.values());
        }

        private static void add(
                Map<String, AccountTotal> totals,
                String wallet,
                Account account,
                BigInteger debits,
                BigInteger credits) {
            totals.merge(
                    wallet + " " + account.id(),
                    new AccountTotal(wallet, account.id(), debits, credits),
                    (one, other) ->
                            new AccountTotal(
                                    one.wallet(),
                                    one.account(),
                                    one.debits().add(other.debits()),
                                    one.credits().add(other.credits())));
        }

        private static boolean isBy(Instant instant, @Nullable Instant limit) {
            return limit == null || !instant.isAfter(limit);
        }
    }

    private record Recorded(Instant step, List<AccountTotal> books, List<AccountTotal> ofAnn) {}

    @RepeatedTest(5)
    void theBooksAsOfAStepAreThoseRecordedAtIt(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Oracle oracle = new Oracle();
        List<Recorded> recorded = new ArrayList<>();
        List<Instant> instants = new ArrayList<>();
        Map<String, Long> held = new TreeMap<>();
        Instant now = Instant.parse("2011-11-20T22:00:00Z");
        try (LedgerDatabase database = LedgerDatabase.create()) {
            Booking booking = new Booking(database);
            JdbcReports reports = new JdbcReports(database.jdbc());

            // When
            for (int step = 0; step < STEPS; step++) {
                now = now.plus(pause(random));
                oracle.postings.addAll(booking.book(now, batch(random, step, now, held)));
                AsOf knownThen = new AsOf(now, now);
                recorded.add(
                        new Recorded(
                                now,
                                oracle.accounts(PROGRAM, null, knownThen),
                                oracle.accounts(PROGRAM, "ann", knownThen)));
                instants.add(now);
            }
            oracle.postings.forEach(posting -> instants.add(posting.origin().time()));

            // Then
            for (Recorded step : recorded) {
                AsOf then = new AsOf(step.step(), step.step());
                assertThat(reports.accounts(PROGRAM, then))
                        .as("%s, seed %d", then, seed)
                        .isEqualTo(step.books());
                assertThat(reports.accounts(PROGRAM, "ann", then))
                        .as("ann %s, seed %d", then, seed)
                        .isEqualTo(step.ofAnn());
            }
            for (int i = 0; i < 200; i++) {
                AsOf asOf = new AsOf(any(random, instants), any(random, instants));
                assertThat(reports.accounts(PROGRAM, asOf))
                        .as("%s, seed %d", asOf, seed)
                        .isEqualTo(oracle.accounts(PROGRAM, null, asOf));
            }
            LocalDate first = LocalDate.parse("2011-11-01");
            LocalDate last = LocalDate.ofInstant(now, Booking.ZONE).plusDays(2);
            assertThat(reports.days(PROGRAM, first, last, null, false))
                    .as("days, seed %d", seed)
                    .isEqualTo(oracle.days(first, last));
            assertThat(reports.days(PROGRAM, first, last, null, true))
                    .as("days by channel, seed %d", seed)
                    .isEqualTo(oracle.daysByChannel(first, last));
            assertThat(database.number("SELECT count(*) FROM account_day_discrepancy")).isZero();
        }
    }

    /** A moment, some hours, or days. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.of(1, ChronoUnit.MICROS);
            case 1 -> Duration.ofHours(random.nextInt(1, 72));
            default -> Duration.ofMinutes(random.nextInt(1, 180));
        };
    }

    private static Instruction[] batch(
            Random random, int step, Instant now, Map<String, Long> held) {
        Instruction[] batch = new Instruction[1 + random.nextInt(6)];
        for (int i = 0; i < batch.length; i++) {
            String event = "event-%d-%d".formatted(step, i);
            Instant time =
                    switch (random.nextInt(5)) {
                        case 0 -> now.minus(Duration.ofHours(random.nextInt(240)));
                        case 1 -> now.truncatedTo(ChronoUnit.DAYS);
                        case 2 -> now.plus(Duration.ofHours(random.nextInt(30)));
                        default -> now.minusMillis(random.nextInt(100_000));
                    };
            String program = random.nextInt(8) == 0 ? "other-club" : PROGRAM;
            String member = random.nextBoolean() ? "ann" : "bob";
            String whose = program + member;
            batch[i] =
                    happened(
                            program,
                            member,
                            random.nextInt(3),
                            time,
                            event,
                            CHANNELS.get(random.nextInt(CHANNELS.size())),
                            move(random, event + "-a", whose, held),
                            move(random, event + "-b", whose, held));
        }
        return batch;
    }

    /** No more is taken out of what is held than there is. */
    private static Move move(Random random, String effect, String whose, Map<String, Long> held) {
        String wallet = random.nextInt(4) == 0 ? "miles" : "stars";
        Cause cause = new Cause("rule", "rule-" + random.nextInt(3));
        long amount = random.nextInt(1, 500);
        UUID id = Instructing.id(effect);
        UUID hold = Instructing.id("hold");
        long has = held.getOrDefault(whose + wallet, 0L);
        int way = random.nextInt(7);
        if (has < amount && (way == 4 || way == 5)) {
            way = 3;
        }
        long change = way == 3 ? amount : way == 4 || way == 5 ? -amount : 0;
        held.put(whose + wallet, has + change);
        return switch (way) {
            case 0, 1 -> Move.issued(id, wallet, amount, cause, null);
            case 2 -> Move.issued(id, wallet, -amount, cause, null);
            case 3 -> new Move.Reserve(id, wallet, amount, cause, hold);
            case 4 -> new Move.Spend(id, wallet, amount, cause, hold);
            case 5 -> new Move.GiveBack(id, wallet, amount, cause, hold);
            default -> new Move.Refund(id, wallet, amount, cause, hold);
        };
    }

    /** None, one at which something happened or was booked, next to one, or a midnight. */
    private static @Nullable Instant any(Random random, List<Instant> instants) {
        Instant instant = instants.get(random.nextInt(instants.size()));
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> instant.plus(1, ChronoUnit.MICROS);
            case 2 -> instant.minus(1, ChronoUnit.MICROS);
            case 3 -> instant.truncatedTo(ChronoUnit.DAYS);
            case 4 -> instant.truncatedTo(ChronoUnit.DAYS).minus(1, ChronoUnit.MICROS);
            default -> instant;
        };
    }
}
