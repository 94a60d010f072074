package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.Period;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A member's place on every board of a program. */
@RestController
class MemberRanksController {

    private final Lookup lookup;
    private final Standings standings;

    MemberRanksController(Lookup lookup, Standings standings) {
        this.lookup = lookup;
        this.standings = standings;
    }

    /** Boards on which the member has no place are missing. */
    record RanksView(List<RankView> ranks) {}

    /**
     * @param period of a board by month the latest in which the member has points
     */
    record RankView(String leaderboard, String period, long rank, long score) {}

    @GetMapping("/v1/programs/{program}/members/{member}/ranks")
    RanksView ranks(@PathVariable String program, @PathVariable String member) {
        return new RanksView(
                lookup.program(program).boards().stream()
                        .filter(board -> !board.byTeam())
                        .flatMap(board -> rank(program, member, board).stream())
                        .toList());
    }

    private Optional<RankView> rank(String program, String member, Board board) {
        Optional<Period> period =
                switch (board.cycle()) {
                    case ALL_TIME -> Optional.of(Period.ALL_TIME);
                    case MONTH -> standings.latestMonth(program, board.wallet(), member);
                };
        return period.flatMap(chosen ->
                standings
                        .of(board.ranking(program, chosen), member)
                        .map(own ->
                                new RankView(
                                        board.id(), chosen.toString(), own.rank(), own.score())));
    }
}
