package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Rolling;
import dev.laurel.leaderboards.scores.Season;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code timeZone} and {@code leaderboards}. Published documents are valid; what a later
 * language adds is passed over.
 */
final class BoardsReader {

    private BoardsReader() {}

    static ProgramBoards read(Map<String, Object> document, Instant publishedAt) {
        List<Board> boards =
                document.get("leaderboards") instanceof List<?> items
                        ? items.stream().flatMap(item -> board(item).stream()).toList()
                        : List.of();
        return new ProgramBoards(zone(document), publishedAt, boards);
    }

    private static Optional<Board> board(Object item) {
        if (item instanceof Map<?, ?> board && board.get("id") instanceof String id) {
            Integer top = board.get("top") instanceof Number number ? number.intValue() : null;
            boolean byTeam = "team".equals(board.get("by"));
            Ties ties = "shared".equals(board.get("ties")) ? Ties.SHARED : Ties.FIRST_TO_REACH;
            return periods(board)
                    .flatMap(periods ->
                            MeasureReader.read(board.get("of"), periods)
                                    .map(measure ->
                                            new Board(
                                                    id,
                                                    measure,
                                                    periods,
                                                    audience(board),
                                                    byTeam,
                                                    ties,
                                                    top,
                                                    sealAfter(board),
                                                    PrizeReader.read(board),
                                                    DivisionsReader.read(board))));
        }
        return Optional.empty();
    }

    private static Audience audience(Map<?, ?> board) {
        if (board.get("audience") instanceof Map<?, ?> audience) {
            if (audience.get("segment") instanceof String segment) {
                return Audience.segment(segment);
            }
            if (audience.get("team") instanceof String team) {
                return Audience.team(team);
            }
            if (audience.get("attribute") instanceof String attribute
                    && audience.get("is") instanceof String value) {
                return Audience.attribute(attribute, value);
            }
        }
        return Audience.EVERYONE;
    }

    private static Optional<Periods> periods(Map<?, ?> board) {
        if (board.get("period") instanceof Map<?, ?> window) {
            return window.get("rolling") instanceof String days
                    ? Rolling.of(days).map(Periods.Window::new)
                    : Optional.empty();
        }
        String word = board.get("period") instanceof String text ? text : "all-time";
        if (word.equals("season") && board.get("seasons") instanceof List<?> items) {
            List<Periods.NamedSeason> seasons =
                    items.stream().flatMap(item -> season(item).stream()).toList();
            return seasons.isEmpty() ? Optional.empty() : Optional.of(new Periods.Seasons(seasons));
        }
        return Calendar.of(word).map(Periods.Recurring::new);
    }

    private static Optional<Periods.NamedSeason> season(Object item) {
        try {
            return item instanceof Map<?, ?> season
                            && season.get("id") instanceof String id
                            && season.get("open") instanceof String open
                            && Cycle.parse(open) instanceof Season days
                    ? Optional.of(new Periods.NamedSeason(id, days))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException unknownHere) {
            return Optional.empty();
        }
    }

    private static @Nullable Duration sealAfter(Map<?, ?> board) {
        return board.get("seal") instanceof Map<?, ?> seal
                        && seal.get("after") instanceof String after
                ? duration(after)
                : null;
    }

    /** Weeks, or days and shorter, as the language has it. */
    private static @Nullable Duration duration(String text) {
        try {
            return text.endsWith("W")
                    ? Duration.ofDays(7 * Long.parseLong(text, 1, text.length() - 1, 10))
                    : Duration.parse(text);
        } catch (DateTimeException | IllegalArgumentException unknownHere) {
            return null;
        }
    }

    private static ZoneId zone(Map<String, Object> document) {
        try {
            return document.get("timeZone") instanceof String zone
                    ? ZoneId.of(zone)
                    : ZoneOffset.UTC;
        } catch (DateTimeException unknownHere) {
            return ZoneOffset.UTC;
        }
    }
}
