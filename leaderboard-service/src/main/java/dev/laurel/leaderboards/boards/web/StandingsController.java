package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import java.time.Instant;
import java.util.List;
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
    record BoardPage(
            String leaderboard, String period, List<Standing> items, @Nullable String next) {}

    /**
     * A member's place, which is exact even where the board shows fewer.
     *
     * @param around the place itself and those next to it, in order
     */
    record PlaceView(
            String leaderboard,
            String period,
            long rank,
            String member,
            long score,
            @Nullable Instant reachedAt,
            List<Standing> around) {}

    @GetMapping("/v1/programs/{program}/leaderboards/{leaderboard}")
    BoardPage page(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period chosen = lookup.period(boards, board, period);
        List<Standing> found =
                standings
                        .page(
                                new Ranking(program, board.wallet(), chosen),
                                cursor == null ? null : place(cursor),
                                limit.plusOne())
                        .stream()
                        .filter(board::shows)
                        .toList();
        Page<Standing> page = Page.of(found, limit, StandingsController::cursor);
        return new BoardPage(board.id(), chosen.toString(), page.items(), page.next());
    }

    @GetMapping("/v1/programs/{program}/leaderboards/{leaderboard}/members/{member}")
    PlaceView place(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @PathVariable String member,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(defaultValue = Neighbours.DEFAULT) Neighbours around) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period chosen = lookup.period(boards, board, period);
        List<Standing> found =
                standings.around(
                        new Ranking(program, board.wallet(), chosen), member, around.value());
        Standing own =
                found.stream()
                        .filter(standing -> standing.member().equals(member))
                        .findFirst()
                        .orElseThrow(() -> notOn(board, chosen, member));
        return new PlaceView(
                board.id(),
                chosen.toString(),
                own.rank(),
                own.member(),
                own.score(),
                own.reachedAt(),
                found);
    }

    private static Problem notOn(Board board, Period period, String member) {
        return new Problem(
                BoardProblem.NOT_ON_LEADERBOARD,
                "Expected a member with points on board '%s' in period %s, but '%s' has none."
                        .formatted(board.id(), period, member));
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
