package dev.laurel.leaderboards.boards.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Rolling;
import dev.laurel.leaderboards.scores.Season;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BoardsReaderTest {

    private static final Season XMAS =
            new Season(LocalDate.of(2011, 11, 1), LocalDate.of(2011, 12, 24));

    @Test
    void readsWhatItKnowsAndPassesOverTheRest() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "timeZone",
                        "Europe/London",
                        "leaderboards",
                        List.of(
                                Map.of(
                                        "id",
                                        "ever",
                                        "of",
                                        "stars",
                                        "period",
                                        "all-time",
                                        "audience",
                                        Map.of("segment", "vip"),
                                        "top",
                                        9),
                                Map.of(
                                        "id",
                                        "week",
                                        "of",
                                        "stars",
                                        "period",
                                        "week",
                                        "ties",
                                        "shared",
                                        "by",
                                        "team",
                                        "seal",
                                        Map.of("after", "P1W")),
                                Map.of(
                                        "id",
                                        "season",
                                        "of",
                                        "stars",
                                        "period",
                                        "season",
                                        "seasons",
                                        List.of(
                                                Map.of(
                                                        "id",
                                                        "xmas",
                                                        "open",
                                                        "2011-11-01/2011-12-24"),
                                                Map.of("id", "broken", "open", "2011-11-01")),
                                        "seal",
                                        Map.of("after", "PT48H")),
                                Map.of("id", "endless", "of", "stars", "period", "season"),
                                Map.of("id", "later", "of", "stars", "period", "fortnight"),
                                Map.of("id", "broken"),
                                "text"));

        // When
        ProgramBoards boards = BoardsReader.read(document, Instant.EPOCH);

        // Then
        assertThat(boards.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(boards.boards())
                .containsExactly(
                        new Board(
                                "ever",
                                "stars",
                                new Periods.Recurring(Calendar.ALL_TIME),
                                Audience.segment("vip"),
                                false,
                                Ties.FIRST_TO_REACH,
                                9,
                                null,
                                List.of(),
                                null),
                        new Board(
                                "week",
                                "stars",
                                new Periods.Recurring(Calendar.WEEK),
                                Audience.EVERYONE,
                                true,
                                Ties.SHARED,
                                null,
                                Duration.ofDays(7),
                                List.of(),
                                null),
                        new Board(
                                "season",
                                "stars",
                                new Periods.Seasons(List.of(new Periods.NamedSeason("xmas", XMAS))),
                                Audience.EVERYONE,
                                false,
                                Ties.FIRST_TO_REACH,
                                null,
                                Duration.ofDays(2),
                                List.of(),
                                null));
    }

    @Test
    void aProgramMayHaveNoBoards() {
        // When
        ProgramBoards boards = BoardsReader.read(Map.of(), Instant.EPOCH);

        // Then
        assertThat(boards).isEqualTo(new ProgramBoards(ZoneOffset.UTC, Instant.EPOCH, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "segment | vip | | segment:vip",
                "team | red | | team:red",
                "attribute | store | soho | attribute:store=soho"
            })
    void readsWhomABoardIsOf(String word, String name, @Nullable String is, String audience) {
        // Given
        Map<String, Object> of = new HashMap<>(Map.of(word, name));
        if (is != null) {
            of.put("is", is);
        }
        Map<String, Object> board = Map.of("id", "some", "of", "stars", "audience", of);

        // When
        ProgramBoards boards =
                BoardsReader.read(Map.of("leaderboards", List.of(board)), Instant.EPOCH);

        // Then
        assertThat(boards.boards().getFirst().audience().word()).isEqualTo(audience);
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                arguments("stars", "all-time", "stars"),
                arguments(Map.of("metric", "spend"), "all-time", "metric:spend"),
                arguments(Map.of("metric", "spend"), "month", "metric:spend/day"),
                arguments(Map.of("metric", "spend"), Map.of("rolling", "P4W"), "metric:spend/day"),
                arguments(Map.of("streak", "daily"), "all-time", "streak:daily"),
                arguments(
                        Map.of("streak", "daily", "length", "current"), "all-time", "streak:daily"),
                arguments(
                        Map.of("streak", "daily", "length", "longest"),
                        "all-time",
                        "streak:daily/longest"),
                arguments(Map.of("badges", "held"), "week", "badges:held"));
    }

    @ParameterizedTest
    @MethodSource("measures")
    void readsWhatABoardRanksBy(Object of, Object period, String measure) {
        // Given
        Map<String, Object> board = Map.of("id", "some", "of", of, "period", period);

        // When
        ProgramBoards boards =
                BoardsReader.read(Map.of("leaderboards", List.of(board)), Instant.EPOCH);

        // Then
        assertThat(boards.boards().getFirst().wallet()).isEqualTo(measure);
    }

    @ParameterizedTest
    @CsvSource({"P1D, 1", "P7D, 7", "P4W, 28", "P366D, 366"})
    void readsTheLastDays(String word, int days) {
        // Given
        Map<String, Object> board =
                Map.of("id", "some", "of", "stars", "period", Map.of("rolling", word));

        // When
        ProgramBoards boards =
                BoardsReader.read(Map.of("leaderboards", List.of(board)), Instant.EPOCH);

        // Then
        assertThat(boards.boards().getFirst().periods())
                .isEqualTo(new Periods.Window(new Rolling(days)));
    }
}
