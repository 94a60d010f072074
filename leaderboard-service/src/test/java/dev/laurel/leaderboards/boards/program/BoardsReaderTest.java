package dev.laurel.leaderboards.boards.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardsReaderTest {

    @Test
    void readsWhatItKnowsAndPassesOverTheRest() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "timeZone",
                        "Europe/London",
                        "leaderboards",
                        List.of(
                                Map.of("id", "ever", "of", "stars", "period", "all-time", "top", 9),
                                Map.of(
                                        "id", "month", "of", "stars", "period", "month", "ties",
                                        "x", "by", "team"),
                                Map.of("id", "season", "of", "stars", "period", "season"),
                                Map.of("id", "broken"),
                                "text"));

        // When
        ProgramBoards boards = BoardsReader.read(document);

        // Then
        assertThat(boards.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(boards.boards())
                .containsExactly(
                        new Board("ever", "stars", Board.Cycle.ALL_TIME, false, 9),
                        new Board("month", "stars", Board.Cycle.MONTH, true, null));
    }

    @Test
    void aProgramMayHaveNoBoards() {
        // When
        ProgramBoards boards = BoardsReader.read(Map.of());

        // Then
        assertThat(boards).isEqualTo(new ProgramBoards(ZoneOffset.UTC, List.of()));
    }
}
