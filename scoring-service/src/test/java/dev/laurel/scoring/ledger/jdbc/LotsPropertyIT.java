package dev.laurel.scoring.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.lots.PointByPoint;
import dev.laurel.scoring.lots.Shortfall;
import dev.laurel.scoring.lots.Side;
import dev.laurel.scoring.lots.Term;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random steps of giving, activating, taking, reserving, spending and giving back, while the clock
 * goes on and the job that books what is due comes when it likes, against an oracle that keeps
 * every single point. {@code -Dlaurel.seed} repeats a run.
 */
class LotsPropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final int STEPS = 260;
    private static final Instant START = Instant.parse("2027-01-30T09:00:00Z");
    private static final Duration INACTIVITY = Duration.ofDays(9);
    private static final String DELIVERED = "delivered";
    private static final Member EVA = new Member("lots-club", "eva");
    private static final MemberWallet STARS = new MemberWallet(EVA, "stars");

    private final Map<Instant, Map<Side, Long>> history = new TreeMap<>();
    private final List<UUID> lots = new ArrayList<>();
    private final List<UUID> waiting = new ArrayList<>();
    private final List<UUID> holds = new ArrayList<>();
    private boolean slides;
    private final PointByPoint oracle = new PointByPoint();

    @RepeatedTest(6)
    void agreesWithTheOracle(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        boolean many = repetition.getCurrentRepetition() == 1;
        Instant now = START;
        slides = repetition.getCurrentRepetition() % 2 == 0;

        try (LedgerDatabase database = LedgerDatabase.create()) {
            JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
            for (int i = 0; i < STEPS; i++) {
                // When
                now = now.plus(Duration.ofMinutes(random.nextInt(many ? 20 : 60 * 40) + 1));
                oracle.at(now);
                Move move = many && i < 150 ? give(random, i, now) : move(random, i, now);
                Instant at = now;
                if (move != null) {
                    database.transactions().executeWithoutResult(_ -> book(journal, move, at));
                }
                if (move == null || random.nextInt(3) == 0) {
                    database.transactions().executeWithoutResult(_ -> settle(journal, at));
                }
                history.put(now, oracle.sides());

                // Then
                String step = "step %d of seed %d: %s".formatted(i, seed, move);
                assertThat(view(database, journal, now)).as(step).isEqualTo(oracle.sides());
            }

            // Then
            database.transactions()
                    .executeWithoutResult(_ -> settle(journal, START.plus(Duration.ofDays(999))));
            history.forEach((then, sides) ->
                    assertThat(asOf(database, then))
                            .as("%s, seed %d", then, seed)
                            .isEqualTo(sides));
            assertThat(database.discrepancies()).as("seed %d", seed).isZero();
            assertThat(database.number("SELECT count(*) FROM unsettled")).isZero();
            assertThat(database.number("SELECT count(*) FROM lot WHERE due_at < '2028-01-01'"))
                    .isZero();
        }
    }

    private @Nullable Move move(Random random, int i, Instant now) {
        return switch (random.nextInt(11)) {
            case 0, 1 -> give(random, i, now);
            case 2 -> take(random, i);
            case 3, 4 -> reserve(random, i);
            case 5 -> spend(random, i);
            case 6 -> random.nextBoolean() ? giveBack(random, i, now) : refund(random, i, now);
            case 7 -> random.nextBoolean() ? payIn(random, i) : payOut(random, i, now);
            case 8 -> activate(random, i, now);
            case 9 -> active(i, now);
            default -> null;
        };
    }

    private Move active(int i, Instant now) {
        Instant until = now.plus(INACTIVITY);
        oracle.active(now, until);
        return new Move.Active(
                id("active-" + i), "stars", new Cause("activity", "stars"), now, until);
    }

    /** Of lots that wait, of others, and of some that were never given. */
    private Move activate(Random random, int i, Instant now) {
        UUID lot = waiting.isEmpty() ? id("none") : any(random, waiting);
        Term term = new Term(now, ends(random, now), DELIVERED, slides);
        oracle.activate(lot, term, now);
        return new Move.Activate(
                id("activate-" + i), "stars", new Cause("activation", DELIVERED), lot, term);
    }

    private @Nullable Move payIn(Random random, int i) {
        long number = random.nextInt(1, 30);
        if (oracle.available() < number) {
            return null;
        }
        oracle.payIn(number);
        return new Move.PayIn(id("pay-in-" + i), "stars", number, exchange());
    }

    private Move payOut(Random random, int i, Instant now) {
        long number = random.nextInt(1, 20);
        oracle.payOut(number, now);
        return new Move.PayOut(id("pay-out-" + i), "stars", number, exchange());
    }

    private Move give(Random random, int i, Instant now) {
        UUID id = id("give-" + i);
        long number = random.nextInt(1, 40);
        Term term = random.nextInt(4) == 0 ? null : term(random, now);
        if (term != null) {
            lots.add(id);
            if (term.until() != null) {
                waiting.add(id);
            }
        }
        oracle.give(id, number, now, term);
        return new Move.Give(id, "stars", number, rule(), null, null, term, List.of());
    }

    private Term term(Random random, Instant now) {
        if (random.nextInt(6) == 0) {
            return Term.until(DELIVERED, slides);
        }
        Instant activates =
                random.nextBoolean() ? now : now.plus(Duration.ofHours(random.nextInt(24 * 14)));
        return new Term(
                activates,
                ends(random, activates),
                random.nextInt(3) == 0 ? DELIVERED : null,
                slides);
    }

    private @Nullable Instant ends(Random random, Instant activates) {
        if (slides) {
            return activates.plus(INACTIVITY);
        }
        // Rounded, so that several end at once.
        Instant expires =
                activates
                        .plus(Duration.ofDays(1 + random.nextInt(40)))
                        .truncatedTo(java.time.temporal.ChronoUnit.DAYS)
                        .plus(Duration.ofDays(1));
        return random.nextInt(5) == 0 ? null : expires;
    }

    private Move take(Random random, int i) {
        UUID undoes = lots.isEmpty() || random.nextInt(4) == 0 ? null : any(random, lots);
        long number = random.nextInt(1, 30);
        Shortfall shortfall = any(random, List.of(Shortfall.values()));
        oracle.take(number, undoes, shortfall);
        return new Move.Take(
                id("take-" + i), "stars", number, rule(), null, null, undoes, shortfall);
    }

    private @Nullable Move reserve(Random random, int i) {
        long number = random.nextInt(1, 60);
        if (oracle.available() < number) {
            return null;
        }
        UUID hold = id("hold-" + i);
        holds.add(hold);
        oracle.reserve(hold, number);
        return new Move.Reserve(id("reserve-" + i), "stars", number, spending(), hold);
    }

    private @Nullable Move spend(Random random, int i) {
        UUID hold = holds.isEmpty() ? id("none") : any(random, holds);
        long number = Math.min(random.nextInt(1, 60), oracle.held(hold));
        oracle.spend(hold, number);
        return number == 0
                ? null
                : new Move.Spend(id("spend-" + i), "stars", number, spending(), hold);
    }

    private @Nullable Move giveBack(Random random, int i, Instant now) {
        UUID hold = holds.isEmpty() ? id("none") : any(random, holds);
        long number = oracle.held(hold);
        oracle.giveBack(hold, now);
        return number == 0
                ? null
                : new Move.GiveBack(id("back-" + i), "stars", number, spending(), hold);
    }

    private @Nullable Move refund(Random random, int i, Instant now) {
        UUID hold = holds.isEmpty() ? id("none") : any(random, holds);
        long number = Math.min(random.nextInt(1, 60), oracle.spent(hold));
        oracle.refund(hold, number, now);
        return number == 0
                ? null
                : new Move.Refund(id("refund-" + i), "stars", number, spending(), hold);
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void book(JdbcJournal journal, Move move, Instant now) {
        Instruction instruction =
                new Instruction(
                        EVA,
                        0,
                        new Origin(
                                id("decision"),
                                1,
                                false,
                                "/shop",
                                move.effect().toString(),
                                now,
                                LocalDate.ofInstant(now, ZoneOffset.UTC),
                                null),
                        List.of(move));
        Book book = journal.open(List.of(instruction), now);
        assertThat(book.book(instruction)).isInstanceOf(Outcome.Booked.class);
        assertThat(book.book(instruction)).isEqualTo(new Outcome.Booked(List.of()));
        journal.append(book);
    }

    private static void settle(JdbcJournal journal, Instant now) {
        Book book = journal.openWallets(List.of(STARS), now);
        book.settle(STARS, -1);
        journal.append(book);
    }

    /** What the ledger says, without booking what is due. */
    private static Map<Side, Long> view(LedgerDatabase database, JdbcJournal journal, Instant now) {
        Map<Side, Long> sides = new EnumMap<>(Side.class);
        database.transactions()
                .executeWithoutResult(transaction -> {
                    settle(journal, now);
                    sides.putAll(asOf(database, now));
                    transaction.setRollbackOnly();
                });
        return sides;
    }

    /** Sums of postings by their times. */
    static Map<Side, Long> asOf(LedgerDatabase database, Instant then) {
        Map<Side, Long> sides = new EnumMap<>(Side.class);
        database.jdbc()
                .sql(
                        """
                        SELECT account, sum(points) AS points FROM (
                            SELECT credit AS account, amount AS points, event_time FROM posting
                            UNION ALL
                            SELECT debit, -amount, event_time FROM posting
                        ) AS side
                        WHERE event_time <= ?
                        GROUP BY account HAVING sum(points) <> 0
                        """)
                .param(then.atOffset(ZoneOffset.UTC))
                .query((row, _) -> sides.merge(side(row.getString(1)), row.getLong(2), Long::sum))
                .list();
        return sides;
    }

    private static Side side(String account) {
        return switch (account) {
            case "member" -> Side.AVAILABLE;
            case "pending" -> Side.PENDING;
            case "held" -> Side.HELD;
            case "spent" -> Side.SPENT;
            case "expired" -> Side.EXPIRED;
            case "uncollected" -> Side.UNCOLLECTED;
            case "written-off" -> Side.WRITTEN_OFF;
            case "exchanged:miles" -> Side.EXCHANGED;
            default -> Side.ISSUANCE;
        };
    }

    private static UUID id(String name) {
        return Instructing.id(name);
    }

    private static Cause rule() {
        return Instructing.BASE_EARN;
    }

    private static Cause exchange() {
        return new Cause("exchange", "miles");
    }

    private static Cause spending() {
        return new Cause("spending", "test");
    }
}
