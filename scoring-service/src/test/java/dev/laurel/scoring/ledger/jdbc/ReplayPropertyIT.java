package dev.laurel.scoring.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.Zones;
import dev.laurel.scoring.lots.Flow;
import dev.laurel.scoring.lots.Happening;
import dev.laurel.scoring.lots.Shortfall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A history that is told in order, years later and in batches, leads to the same books as of every
 * instant as when it happened. {@code -Dlaurel.seed} repeats a run.
 */
class ReplayPropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final Member EVA = new Member("replay-club", "eva");

    @RepeatedTest(6)
    void isAsIfItHadBeenToldAtOnce(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        Shortfall shortfall = random.nextBoolean() ? Shortfall.FORBID : Shortfall.TO_ZERO;
        List<Happening> history = Happening.history(random);
        List<Flow> live = Happening.asItHappens(history, shortfall);

        try (LedgerDatabase database = LedgerDatabase.create()) {
            // When
            JdbcJournal journal = new JdbcJournal(database.dataSource(), Zones.UTC);
            int from = 0;
            while (from < history.size()) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(12));
                List<Instruction> batch =
                        history.subList(from, to).stream()
                                .map(each -> instruction(each, shortfall))
                                .toList();
                database.transactions().executeWithoutResult(_ -> book(journal, batch));
                from = to;
            }

            // Then
            for (Happening each : history) {
                for (Instant then : List.of(each.at(), each.at().plus(Duration.ofDays(20)))) {
                    assertThat(LotsPropertyIT.asOf(database, then))
                            .as("%s, %s, seed %d", then, shortfall, seed)
                            .isEqualTo(Happening.asOf(live, then));
                }
            }
            assertThat(database.discrepancies()).isZero();
        }
    }

    private static void book(JdbcJournal journal, List<Instruction> batch) {
        Book book = journal.open(batch, Happening.YEARS_LATER);
        batch.forEach(each -> assertThat(book.book(each)).isInstanceOf(Outcome.Booked.class));
        journal.append(book);
    }

    private static Instruction instruction(Happening each, Shortfall shortfall) {
        Move move =
                each.points() > 0
                        ? new Move.Give(
                                each.id(),
                                "stars",
                                each.points(),
                                Instructing.BASE_EARN,
                                null,
                                null,
                                each.term(),
                                List.of())
                        : new Move.Take(
                                each.id(),
                                "stars",
                                -each.points(),
                                Instructing.BASE_EARN,
                                null,
                                null,
                                each.undoes(),
                                shortfall);
        return new Instruction(
                EVA,
                0,
                new Origin(
                        each.id(),
                        1,
                        false,
                        "/shop",
                        each.id().toString(),
                        each.at(),
                        LocalDate.ofInstant(each.at(), ZoneOffset.UTC),
                        null),
                List.of(move));
    }
}
