package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who stands where on a board. */
@RestController
class StandingsController {

    private static final String NEVER = "";

    private final Lookup lookup;
    private final Standings standings;

    StandingsController(Lookup lookup, Standings standings) {
        this.lookup = lookup;
        this.standings = standings;
    }

    /** A part of a board in a period. */
    record BoardPage(String leaderboard, String period, List<Row> items, @Nullable String next) {}

    /**
     * A place, which is exact even where the board shows fewer.
     *
     * @param own the place itself
     * @param size how many places there are
     * @param percentile of a hundred others, how many are not ahead
     * @param around the place itself and those next to it, in order
     */
    record PlaceView(
            String leaderboard,
            String period,
            @JsonUnwrapped Row own,
            long size,
            double percentile,
            List<Row> around) {}

    @GetMapping("/v1/programs/{program}/leaderboards/{leaderboard}")
    BoardPage page(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Position.FIRST) Position from,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period chosen = lookup.period(boards, board, period);
        Ranking ranking = board.ranking(program, chosen);
        List<Standing> found =
                (cursor == null
                                ? standings.pageFrom(ranking, from.value(), limit.plusOne())
                                : standings.page(ranking, place(cursor), limit.plusOne()))
                        .stream().filter(board::shows).toList();
        Page<Standing> page = Page.of(found, limit, StandingsController::cursor);
        return new BoardPage(
                board.id(),
                board.nameOf(chosen),
                page.items().stream().map(standing -> Row.of(board, standing)).toList(),
                page.next());
    }

    @GetMapping("/v1/programs/{program}/leaderboards/{leaderboard}/members/{member}")
    PlaceView place(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Neighbours.DEFAULT) Neighbours around) {
        return place(program, leaderboard, false, member, period, around);
    }

    @GetMapping("/v1/programs/{program}/leaderboards/{leaderboard}/teams/{team}")
    PlaceView placeOfTeam(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String team,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Neighbours.DEFAULT) Neighbours around) {
        return place(program, leaderboard, true, team, period, around);
    }

    private PlaceView place(
            String program,
            String leaderboard,
            boolean team,
            String competitor,
            @Nullable String period,
            Neighbours around) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period chosen = lookup.period(boards, board, period);
        Optional<Vicinity> found =
                board.byTeam() == team
                        ? standings.around(
                                board.ranking(program, chosen), competitor, around.value())
                        : Optional.empty();
        Vicinity vicinity = found.orElseThrow(() -> notOn(board, chosen, competitor));
        return new PlaceView(
                board.id(),
                board.nameOf(chosen),
                Row.of(board, vicinity.own()),
                vicinity.size(),
                vicinity.percentile(),
                vicinity.around().stream().map(standing -> Row.of(board, standing)).toList());
    }

    private static Problem notOn(Board board, Period period, String competitor) {
        return new Problem(
                BoardProblem.NOT_ON_LEADERBOARD,
                "Expected a %s with points on board '%s' in period %s, but '%s' has none."
                        .formatted(
                                board.byTeam() ? "team" : "member",
                                board.id(),
                                board.nameOf(period),
                                competitor));
    }

    private static Cursor cursor(Standing standing) {
        Instant reachedAt = standing.reachedAt();
        return Cursor.of(
                standing.score(), reachedAt == null ? NEVER : reachedAt, standing.member());
    }

    private static Standings.Place place(Cursor cursor) {
        return new Standings.Place(
                cursor.number(0),
                cursor.text(1).equals(NEVER) ? null : cursor.instant(1),
                cursor.text(2));
    }
}
