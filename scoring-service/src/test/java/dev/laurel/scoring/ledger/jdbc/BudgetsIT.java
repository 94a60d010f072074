package dev.laurel.scoring.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.budgets.Alert;
import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.budgets.Budget.Exhausted;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.lots.Shortfall;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class BudgetsIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final String PROGRAM = "budget-club";

    private final LedgerDatabase database = LedgerDatabase.create();
    private final JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);

    @AfterEach
    void close() {
        database.close();
    }

    @RepeatedTest(6)
    void givesWhatIsLeftAndNeverMoreWhateverComesInWhateverBatches(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Instruction> happened = new ArrayList<>();
        BudgetOracle oracle = new BudgetOracle();
        for (int i = 0; i < 120; i++) {
            happened.add(random.nextInt(4) > 0 ? award(random, i) : takeBack(random, i));
        }
        // Some come twice, later than the first time.
        for (int i = 0; i < 30; i++) {
            int from = random.nextInt(happened.size());
            happened.add(from + 1 + random.nextInt(happened.size() - from), happened.get(from));
        }

        // When
        int from = 0;
        while (from < happened.size()) {
            int to = Math.min(happened.size(), from + 1 + random.nextInt(12));
            book(happened.subList(from, to));
            from = to;
        }

        // Then
        happened.forEach(oracle::tell);
        for (String budget : List.of("all", "autumn")) {
            assertThat(used(budget)).as("%s, seed %d", budget, seed).isEqualTo(oracle.used(budget));
        }
        for (String member : List.of("ann", "bob", "cid")) {
            assertThat(balance(member))
                    .as("%s, seed %d", member, seed)
                    .isEqualTo(oracle.balance(member));
        }
        assertThat(count("budget_discrepancy")).isZero();
        assertThat(database.discrepancies()).isZero();
    }

    @Test
    void givesAThousandParallelEarnersExactlyWhatThereIs() throws Exception {
        // Given
        Budget scarce = new Budget("scarce", 3_333, Exhausted.TRIM);
        Budget rarer = new Budget("rarer", 2_222, Exhausted.REFUSE);

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> earned = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String event = "e" + i;
                String member = "m" + i % 50;
                List<Budget> budgets = i % 2 == 0 ? List.of(scarce) : List.of(rarer, scarce);
                earned.add(threads.submit(() -> book(List.of(give(member, event, 7, 1, budgets)))));
            }
            for (Future<?> each : earned) {
                each.get();
            }
        }

        // Then
        assertThat(used("scarce")).isEqualTo(3_333);
        assertThat(used("rarer")).isLessThanOrEqualTo(2_222);
        assertThat(
                        database.jdbc()
                                .sql("SELECT sum(balance) FROM member_account WHERE program = ?")
                                .param(PROGRAM)
                                .query(Long.class)
                                .single())
                .isEqualTo(3_333);
        assertThat(count("budget_discrepancy")).isZero();
        assertThat(database.discrepancies()).isZero();
    }

    @Test
    void staysRefusedAlthoughThereWouldBeEnoughWhenItComesAgain() {
        List<Budget> small = List.of(new Budget("small", 10, Exhausted.REFUSE));
        Instruction first = give("ann", "first", 8, 1, small);
        Instruction refused = give("bob", "second", 8, 1, small);
        book(List.of(first, refused));

        book(List.of(take("ann", "return", 8, "first")));
        book(List.of(refused));

        assertThat(balance("bob")).isZero();
        assertThat(used("small")).isZero();
    }

    @Test
    void tellsOfEveryShareOnce() {
        List<Integer> told = new ArrayList<>();
        Budget hundred = new Budget("hundred", 100, Exhausted.TRIM);

        told.addAll(told(give("ann", "a1", 49, 1, List.of(hundred))));
        told.addAll(told(give("ann", "a2", 1, 1, List.of(hundred))));
        told.addAll(told(take("ann", "r1", 1, "a2")));
        told.addAll(told(give("ann", "a3", 1, 1, List.of(hundred))));
        assertThat(told).containsExactly(50);

        told.addAll(told(give("ann", "a4", 90, 1, List.of(hundred))));
        assertThat(told).containsExactly(50, 80, 100);

        told.addAll(
                told(give("ann", "a5", 1, 2, List.of(new Budget("hundred", 200, Exhausted.TRIM)))));
        assertThat(told).containsExactly(50, 80, 100, 50);
    }

    @Test
    void keepsTheAmountOfTheLatestVersionWhicheverDecisionsComeLast() {
        book(List.of(give("ann", "n", 5, 2, List.of(new Budget("b", 6, Exhausted.TRIM)))));
        book(List.of(give("ann", "o", 5, 1, List.of(new Budget("b", 100, Exhausted.TRIM)))));

        assertThat(used("b")).isEqualTo(6);
    }

    @Test
    void givesNothingMoreOnceTheAmountIsLessThanWhatIsUsed() {
        book(List.of(give("ann", "a", 50, 1, List.of(new Budget("b", 60, Exhausted.TRIM)))));
        book(List.of(give("ann", "b", 5, 2, List.of(new Budget("b", 20, Exhausted.TRIM)))));
        assertThat(used("b")).isEqualTo(50);

        book(List.of(take("ann", "r", 40, "a")));
        book(List.of(give("ann", "c", 50, 2, List.of(new Budget("b", 20, Exhausted.TRIM)))));

        assertThat(used("b")).isEqualTo(20);
        assertThat(balance("ann")).isEqualTo(20);
    }

    @Test
    void isHeldByTheDatabaseItself() {
        book(List.of(give("ann", "a", 50, 1, List.of(new Budget("b", 60, Exhausted.TRIM)))));

        assertThatThrownBy(() -> database.jdbc().sql("UPDATE budget SET used = 61").update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("budget_not_exceeded");
    }

    private static Instruction award(Random random, int i) {
        int version = random.nextInt(8) == 0 ? 2 : 1;
        List<Budget> budgets = new ArrayList<>();
        if (random.nextBoolean()) {
            budgets.add(new Budget("all", version == 1 ? 400 : 300, Exhausted.TRIM));
        }
        if (random.nextBoolean()) {
            budgets.add(new Budget("autumn", 150, Exhausted.REFUSE));
        }
        return give(member(i), "e" + i, 1 + random.nextInt(20), version, budgets);
    }

    private static Instruction takeBack(Random random, int i) {
        int award = random.nextInt(i + 1);
        return take(member(award), "r" + i, 1 + random.nextInt(4), "e" + award);
    }

    private static String member(int i) {
        return List.of("ann", "bob", "cid").get(i % 3);
    }

    private static Instruction give(
            String member, String event, long points, int version, List<Budget> budgets) {
        return instruction(
                member,
                event,
                version,
                new Move.Give(
                        Instructing.id(event),
                        "stars",
                        points,
                        Instructing.BASE_EARN,
                        null,
                        null,
                        null,
                        budgets));
    }

    private static Instruction take(String member, String event, long points, String award) {
        return instruction(
                member,
                event,
                1,
                new Move.Take(
                        Instructing.id(event),
                        "stars",
                        points,
                        Instructing.BASE_EARN,
                        null,
                        null,
                        Instructing.id(award),
                        Shortfall.ALLOW));
    }

    private static Instruction instruction(String member, String event, int version, Move move) {
        return new Instruction(
                new Member(PROGRAM, member),
                Math.floorMod(member.hashCode(), 4),
                new Origin(
                        UUID.nameUUIDFromBytes(
                                event.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        version,
                        move instanceof Move.Take,
                        "/shop",
                        event,
                        Instructing.NOW,
                        LocalDate.parse("2011-12-01"),
                        null),
                List.of(move));
    }

    private void book(List<Instruction> batch) {
        database.transactions()
                .executeWithoutResult(_ -> {
                    Book book = journal.open(batch, Instructing.NOW);
                    batch.forEach(
                            each -> assertThat(book.book(each)).isInstanceOf(Outcome.Booked.class));
                    journal.append(book);
                });
    }

    private List<Integer> told(Instruction instruction) {
        return Collections.unmodifiableList(
                database.transactions()
                        .execute(_ -> {
                            Book book = journal.open(List.of(instruction), Instructing.NOW);
                            book.book(instruction);
                            List<Integer> shares =
                                    book.funds().alerts().stream().map(Alert::share).toList();
                            journal.append(book);
                            return shares;
                        }));
    }

    private long used(String budget) {
        return database.jdbc()
                .sql("SELECT coalesce((SELECT used FROM budget WHERE id = ?), 0)")
                .param(budget)
                .query(Long.class)
                .single();
    }

    private long balance(String member) {
        return database.jdbc()
                .sql("SELECT coalesce(sum(balance), 0) FROM member_account WHERE member = ?")
                .param(member)
                .query(Long.class)
                .single();
    }

    private long count(String table) {
        return database.jdbc().sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
