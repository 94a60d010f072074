package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Friends among themselves. Who they are, the caller says with each request and it is kept nowhere.
 * A POST that changes nothing: members' ids do not belong into addresses.
 */
@RestController
class FriendsController {

    private static final int MOST = 500;

    private final Lookup lookup;
    private final Standings standings;

    FriendsController(Lookup lookup, Standings standings) {
        this.lookup = lookup;
        this.standings = standings;
    }

    record Asked(@Nullable List<String> members) {}

    /** Those of them who have a place on the board, by their ranks among each other. */
    record FriendsView(String leaderboard, String period, String state, List<Row> items) {}

    @PostMapping("/v1/programs/{program}/leaderboards/{leaderboard}/friends")
    FriendsView friends(
            @PathVariable String program,
            @PathVariable String leaderboard,
            @RequestParam(required = false) @Nullable String period,
            @RequestBody Asked asked) {
        List<String> members = asked.members();
        if (members == null || members.size() > MOST) {
            throw new Problem(
                    CommonProblem.INVALID_CONTENT,
                    "Expected members with at most %d ids, but it was %s."
                            .formatted(
                                    MOST,
                                    members == null ? "missing" : "a list of " + members.size()),
                    List.of(new Violation("/members", "Expected a list of members' ids.")));
        }
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Period chosen = lookup.period(boards, board, period);
        Life life = lookup.life(program, boards, board, chosen);
        Ranking ranking = lookup.ranking(program, board, chosen, life);
        return new FriendsView(
                board.id(),
                board.nameOf(chosen),
                life.word(),
                standings.among(ranking, members).stream()
                        .map(each -> Row.of(ranking, each))
                        .toList());
    }
}
