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
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Boards as anybody may see them: names that members chose, and nobody's id. */
@RestController
class PublicBoardsController {

    private final Lookup lookup;
    private final Standings standings;
    private final PublicRows rows;

    PublicBoardsController(Lookup lookup, Standings standings, PublicRows rows) {
        this.lookup = lookup;
        this.standings = standings;
        this.rows = rows;
    }

    /**
     * A part of a board. Its cursor counts places: what {@link PlaceCursor} holds names members.
     */
    record PublicPage(
            String leaderboard,
            String period,
            String state,
            List<PublicRow> items,
            @Nullable String next) {}

    private record Numbered(long position, Standing standing) {}

    @GetMapping("/v1/programs/{program}/public/leaderboards/{leaderboard}")
    PublicPage page(
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
        long first =
                cursor == null
                        ? from.value()
                        : Position.valueOf(Long.toString(cursor.number(0))).value();
        List<Standing> found = standings.pageFrom(ranking, first, limit.plusOne());
        List<Numbered> shown =
                IntStream.range(0, found.size())
                        .mapToObj(index -> new Numbered(first + index, found.get(index)))
                        .filter(each -> board.shows(each.standing()))
                        .toList();
        Page<Numbered> page = Page.of(shown, limit, each -> Cursor.of(each.position() + 1));
        return new PublicPage(
                board.id(),
                board.nameOf(chosen),
                life.word(),
                rows.of(ranking, page.items().stream().map(Numbered::standing).toList()),
                page.next());
    }
}
