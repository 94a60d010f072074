package dev.laurel.scoring.ledger.jdbc;

import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static dev.laurel.scoring.ledger.Instructing.reversal;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Zones;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Random instructions, many of them repeated, shuffled and cut into random batches, against a sum
 * in memory. {@code -Dlaurel.seed} repeats a run.
 */
class LedgerPropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());

    /** Balance and earned points per member and wallet, by the plainest arithmetic there is. */
    private static final class Oracle {

        private final Set<UUID> seen = new HashSet<>();
        private final Map<String, Long> balances = new HashMap<>();
        private final Map<String, Long> earned = new HashMap<>();

        void book(Instruction instruction) {
            for (Move move : instruction.moves()) {
                if (seen.add(move.effect())) {
                    String wallet = instruction.member().id() + "/" + move.wallet();
                    long points = move instanceof Move.Give ? move.amount() : -move.amount();
                    balances.merge(wallet, points, Long::sum);
                    boolean counts = points > 0 || instruction.origin().reversal();
                    earned.merge(wallet, counts ? points : 0, Long::sum);
                }
            }
        }
    }

    @RepeatedTest(5)
    void agreesWithTheOracle(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Instruction> instructions = instructions(random);
        Oracle oracle = new Oracle();
        instructions.forEach(oracle::book);

        // When
        try (LedgerDatabase database = LedgerDatabase.create()) {
            JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
            int from = 0;
            while (from < instructions.size()) {
                int to = Math.min(instructions.size(), from + 1 + random.nextInt(120));
                List<Instruction> batch = instructions.subList(from, to);
                boolean fails = random.nextInt(4) == 0;
                database.transactions()
                        .executeWithoutResult(transaction -> {
                            Book book = journal.open(batch, NOW);
                            batch.forEach(book::book);
                            journal.append(book);
                            if (fails) {
                                transaction.setRollbackOnly();
                            }
                        });
                from = fails ? from : to;
            }

            // Then
            assertThat(column(database, "balance")).as("seed %d", seed).isEqualTo(oracle.balances);
            assertThat(column(database, "earned")).as("seed %d", seed).isEqualTo(oracle.earned);
            assertThat(database.discrepancies()).as("seed %d", seed).isZero();
            assertThat(database.number("SELECT count(*) FROM posting"))
                    .as("seed %d", seed)
                    .isEqualTo(oracle.seen.size());
            assertThat(
                            database.number(
                                    """
                                    SELECT count(*) FROM (
                                        SELECT balance_after
                                                   - lag(balance_after, 1, 0) OVER own
                                                   - CASE WHEN credit = 'member' THEN amount ELSE -amount END
                                                   AS jump
                                        FROM posting
                                        WINDOW own AS (PARTITION BY member, wallet ORDER BY sequence)
                                    ) AS step WHERE jump <> 0
                                    """))
                    .as("balances after each posting, seed %d", seed)
                    .isZero();
        }
    }

    private static List<Instruction> instructions(Random random) {
        List<Instruction> instructions = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String member = "member-" + random.nextInt(25);
            List<Move> moves = new ArrayList<>();
            for (int j = random.nextInt(4); j >= 0; j--) {
                String wallet = random.nextBoolean() ? "stars" : "miles";
                long points = random.nextInt(1, 1000) * (random.nextInt(4) == 0 ? -1L : 1L);
                moves.add(move("%d-%d".formatted(i, j), wallet, points));
            }
            Move[] all = moves.toArray(Move[]::new);
            instructions.add(
                    random.nextInt(5) == 0
                            ? reversal(member, "decision-" + i, all)
                            : instruction(member, "decision-" + i, all));
        }
        for (int i = 0; i < 100; i++) {
            instructions.add(instructions.get(random.nextInt(instructions.size())));
        }
        Collections.shuffle(instructions, random);
        return instructions;
    }

    private static Map<String, Long> column(LedgerDatabase database, String column) {
        return database
                .jdbc()
                .sql(
                        "SELECT member || '/' || wallet AS wallet, %s AS n FROM member_account"
                                .formatted(column))
                .query((row, _) -> Map.entry(row.getString("wallet"), row.getLong("n")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
