package dev.laurel.leaderboards.boards.program;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code timeZone} and {@code leaderboards: [{id, of, period, by, top}]}. Published documents
 * are valid; what a later language adds is passed over.
 */
final class BoardsReader {

    private BoardsReader() {}

    static ProgramBoards read(Map<String, Object> document) {
        List<Board> boards =
                document.get("leaderboards") instanceof List<?> items
                        ? items.stream().flatMap(item -> board(item).stream()).toList()
                        : List.of();
        return new ProgramBoards(zone(document), boards);
    }

    private static Optional<Board> board(Object item) {
        if (item instanceof Map<?, ?> board
                && board.get("id") instanceof String id
                && board.get("of") instanceof String wallet
                && board.get("period") instanceof String period) {
            Integer top = board.get("top") instanceof Number number ? number.intValue() : null;
            boolean byTeam = "team".equals(board.get("by"));
            return Board.Cycle.of(period).map(cycle -> new Board(id, wallet, cycle, byTeam, top));
        }
        return Optional.empty();
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
