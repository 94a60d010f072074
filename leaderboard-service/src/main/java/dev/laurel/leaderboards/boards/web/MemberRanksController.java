package dev.laurel.leaderboards.boards.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.Periods;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.leagues.Leagues;
import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.Rolling;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A member's place on every board of a program. */
@RestController
class MemberRanksController {

    private final Lookup lookup;
    private final Standings standings;
    private final Leagues leagues;

    MemberRanksController(Lookup lookup, Standings standings, Leagues leagues) {
        this.lookup = lookup;
        this.standings = standings;
        this.leagues = leagues;
    }

    /** Boards on which the member has no place are missing. */
    record RanksView(List<RankView> ranks) {}

    /**
     * @param period the latest in which the member has points
     * @param league where the member is on a board with leagues, absent on others
     */
    record RankView(
            String leaderboard,
            String period,
            long rank,
            BigDecimal score,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LeagueView league) {}

    /**
     * @param division the member's in that period, or the one to enter next
     * @param group {@code null} where the period has no league, or none yet
     */
    record LeagueView(String division, @Nullable Integer group) {}

    @GetMapping("/v1/programs/{program}/members/{member}/ranks")
    RanksView ranks(@PathVariable String program, @PathVariable String member) {
        ProgramBoards boards = lookup.program(program);
        return new RanksView(
                boards.boards().stream()
                        .filter(board -> !board.byTeam())
                        .flatMap(board -> rank(program, boards, board, member).stream())
                        .toList());
    }

    private Optional<RankView> rank(
            String program, ProgramBoards boards, Board board, String member) {
        return latest(program, member, board)
                .flatMap(period -> {
                    Ranking ranking = ranking(program, boards, board, period);
                    return standings
                            .of(ranking, member)
                            .map(own ->
                                    new RankView(
                                            board.id(),
                                            board.nameOf(period),
                                            own.rank(),
                                            board.book(program).shown(own.score()),
                                            league(program, board, ranking, member)));
                });
    }

    private @Nullable LeagueView league(
            String program, Board board, Ranking ranking, String member) {
        Divisions divisions = board.divisions();
        if (divisions == null) {
            return null;
        }
        return leagues.find(board.id(), ranking)
                .flatMap(league ->
                        leagues.seat(league, member)
                                .map(seat ->
                                        new LeagueView(
                                                league.divisions().name(seat.level()),
                                                seat.group())))
                .orElseGet(() ->
                        new LeagueView(
                                divisions.name(
                                        leagues.next(program, board.id(), divisions, member)),
                                null));
    }

    private Optional<Period> latest(String program, String member, Board board) {
        return switch (board.periods()) {
            case Periods.Recurring(Calendar calendar) ->
                    standings.latest(board.book(program), calendar, member);
            case Periods.Window(Rolling rolling) -> Optional.of(rolling.period());
            case Periods.Seasons(List<Periods.NamedSeason> seasons) ->
                    seasons.reversed().stream()
                            .map(named -> named.days().period())
                            .filter(period ->
                                    standings
                                            .of(board.ranking(program, period), member)
                                            .isPresent())
                            .findFirst();
        };
    }

    private Ranking ranking(String program, ProgramBoards boards, Board board, Period period) {
        return lookup.ranking(program, board, period, lookup.life(program, boards, board, period));
    }
}
