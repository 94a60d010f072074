package dev.laurel.leaderboards.seals.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.figures.Figure;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.Keeping;
import dev.laurel.leaderboards.seals.Promises;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.leaderboards.seals.Seals;
import dev.laurel.testinfra.MutableClock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An instance that was rolled back: of one program there is what it does not know. */
class SealingWatchIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of(
                            "id",
                            "monthly",
                            "of",
                            "stars",
                            "period",
                            "month",
                            "seal",
                            Map.of("after", "PT48H")));

    /** When October has been over for long enough. */
    private final MutableClock later = MutableClock.at("2011-11-18T12:00:00Z");

    @Autowired private Boards all;
    @Autowired private Keeping keeping;
    @Autowired private Seals seals;
    @Autowired private Promises promises;
    @Autowired private JdbcClient jdbc;

    private Boards boards;
    private Sealing sealing;

    @BeforeEach
    void rollBack() {
        for (String program : List.of("watch-newer", "watch-known")) {
            publish(program, "UTC", BOARDS);
            book(
                    new TestLedger(program, "UTC")
                            .book("ann", "stars", 5, "2011-10-03T10:00:00Z")
                            .entries());
        }
        jdbc.sql(
                        "INSERT INTO kept (program, wallet, by_team, cycle, audience) VALUES ('watch-newer', 'gold', false, 'P999D', '')")
                .update();
        boards = new InOrder(all, "watch-newer", "watch-known");
        sealing =
                new Sealing(
                        new Upkeep(boards, keeping, later), seals, promises, Optional::of, later);
    }

    @AfterEach
    void goOn() {
        jdbc.sql("DELETE FROM kept WHERE cycle = 'P999D'").update();
    }

    @Test
    void aProgramThatIsNotKeptHereHoldsUpNoOther() {
        // When
        new SealingWatch(boards, sealing).look();

        // Then
        assertThat(isSealed("watch-newer")).isFalse();
        assertThat(isSealed("watch-known")).isTrue();
    }

    @Test
    void figuresSayThatItsBoardsAreDue() {
        // When
        List<Figure> figures = new SealFigures(boards, sealing, later).read();

        // Then
        assertThat(figures)
                .filteredOn(each -> each.tags().equals(Map.of("program", "watch-newer")))
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualTo(24 * 3_600));
    }

    private boolean isSealed(String program) {
        ProgramBoards found = all.of(program).orElseThrow();
        return seals.unsealed(program, found.boards().getFirst()).isEmpty();
    }

    /** Some programs in an order. */
    private record InOrder(Boards boards, Set<String> programs) implements Boards {

        InOrder(Boards boards, String... programs) {
            this(boards, Collections.unmodifiableSet(new LinkedHashSet<>(List.of(programs))));
        }

        @Override
        public Optional<ProgramBoards> of(String program) {
            return boards.of(program);
        }
    }
}
