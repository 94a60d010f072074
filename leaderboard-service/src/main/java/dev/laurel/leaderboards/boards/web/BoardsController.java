package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Prize;
import dev.laurel.leaderboards.boards.ProgramBoards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The boards that a program has. */
@RestController
class BoardsController {

    private final Lookup lookup;

    BoardsController(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The boards of a program, in its order. */
    record BoardsView(List<BoardView> items) {}

    /**
     * @param of the wallet whose points count, or what else it ranks by: {@code metric:spend}
     * @param period what it starts afresh with, {@code all-time} for never
     * @param by {@code member} or {@code team}: what it ranks
     * @param ties {@code first-to-reach} or {@code shared}: how equal scores stand
     * @param sealAfter how long after its end a period still takes late events, {@code null} for
     *     ever
     * @param top how many places it shows, {@code null} for all
     * @param current the period that is going on
     * @param prizes what places get when it is sealed
     * @param leagues what members are divided into, {@code null} for no leagues
     */
    record BoardView(
            String id,
            String of,
            String period,
            String by,
            String ties,
            @Nullable Integer top,
            @Nullable Duration sealAfter,
            String current,
            List<PrizeView> prizes,
            @Nullable DivisionsView leagues) {}

    /**
     * A {@link Prize} in JSON.
     *
     * @param first the best of the places that get it
     * @param last the last of them
     */
    record PrizeView(int first, int last, Map<String, Long> points, @Nullable String badge) {

        static PrizeView of(Prize prize) {
            return new PrizeView(prize.first(), prize.last(), prize.points(), prize.badge());
        }
    }

    /**
     * {@link Divisions} in JSON.
     *
     * @param divisions from the lowest to the highest
     * @param size how many members a group has at most
     * @param promote how many of a full group go one division up
     * @param relegate how many of a full group go one division down
     */
    record DivisionsView(List<String> divisions, int size, int promote, int relegate) {
        static @Nullable DivisionsView of(@Nullable Divisions divisions) {
            return divisions == null
                    ? null
                    : new DivisionsView(
                            divisions.names(),
                            divisions.size(),
                            divisions.promote(),
                            divisions.relegate());
        }
    }

    @GetMapping("/v1/programs/{program}/leaderboards")
    BoardsView boards(@PathVariable String program) {
        ProgramBoards boards = lookup.program(program);
        return new BoardsView(boards.boards().stream().map(each -> view(boards, each)).toList());
    }

    private BoardView view(ProgramBoards boards, Board board) {
        return new BoardView(
                board.id(),
                board.of(),
                board.periods().word(),
                board.byTeam() ? "team" : "member",
                Words.of(board.ties()),
                board.top(),
                board.sealAfter(),
                board.nameOf(lookup.period(boards, board, null)),
                board.prizes().stream().map(PrizeView::of).toList(),
                DivisionsView.of(board.divisions()));
    }
}
