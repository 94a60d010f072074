package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
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

    private final Lookup lookup;
    private final Standings standings;

    StandingsController(Lookup lookup, Standings standings) {
        this.lookup = lookup;
        this.standings = standings;
    }

    /**
     * A part of a board in a period.
     *
     * @param state {@code live}, {@code provisional} or {@code sealed}
     */
    record BoardPage(
            String leaderboard,
            String period,
            String state,
            List<Row> items,
            @Nullable String next) {}

    /**
     * A place, which is exact even where the board shows fewer.
     *
     * @param state {@code live}, {@code provisional} or {@code sealed}
     * @param own the place itself
     * @param size how many places there are
     * @param percentile of a hundred others, how many are not ahead
     * @param around the place itself and those next to it, in order
     */
    record PlaceView(
            String leaderboard,
            String period,
            String state,
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
        Life life = lookup.life(program, boards, board, chosen);
        Ranking ranking = lookup.ranking(program, board, chosen, life);
        List<Standing> found =
                (cursor == null
                                ? standings.pageFrom(ranking, from.value(), limit.plusOne())
                                : standings.page(
                                        ranking, PlaceCursor.read(cursor), limit.plusOne()))
                        .stream().filter(board::shows).toList();
        Page<Standing> page = Page.of(found, limit, PlaceCursor::of);
        return new BoardPage(
                board.id(),
                board.nameOf(chosen),
                life.word(),
                page.items().stream().map(standing -> Row.of(ranking, standing)).toList(),
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
        Life life = lookup.life(program, boards, board, chosen);
        Ranking ranking = lookup.ranking(program, board, chosen, life);
        Optional<Vicinity> found =
                ranking.book().byTeam() == team
                        ? standings.around(ranking, competitor, around.value())
                        : Optional.empty();
        Vicinity vicinity = found.orElseThrow(() -> notOn(board, chosen, competitor));
        return new PlaceView(
                board.id(),
                board.nameOf(chosen),
                life.word(),
                Row.of(ranking, vicinity.own()),
                vicinity.size(),
                vicinity.percentile(),
                vicinity.around().stream().map(standing -> Row.of(ranking, standing)).toList());
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
}
