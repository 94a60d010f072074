package dev.laurel.leaderboards.boards.web;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Divisions;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.Leagues;
import dev.laurel.leaderboards.leagues.Seat;
import dev.laurel.leaderboards.leagues.Zones;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a request about leagues names, or answers with the problem. */
@Component
class LeagueLookup {

    private final Lookup lookup;
    private final Leagues leagues;
    private final Standings standings;

    LeagueLookup(Lookup lookup, Leagues leagues, Standings standings) {
        this.lookup = lookup;
        this.leagues = leagues;
        this.standings = standings;
    }

    /**
     * A board with leagues in a period.
     *
     * @param league {@code null} while it is not open, or where there was none
     * @param divisions those of the league, else those that the program has now
     */
    record Found(
            Board board,
            Period period,
            Life life,
            Ranking ranking,
            @Nullable League league,
            Divisions divisions) {

        String periodName() {
            return board.nameOf(period);
        }
    }

    /**
     * A group.
     *
     * @param standings who has a place on the board, in order, with the ranks in the group
     */
    record Group(String division, int number, Zones zones, List<Standing> standings) {}

    Found find(String program, String leaderboard, @Nullable String period) {
        ProgramBoards boards = lookup.program(program);
        Board board = lookup.board(boards, leaderboard);
        Divisions divisions = board.divisions();
        if (divisions == null) {
            throw new Problem(
                    BoardProblem.NO_LEAGUES,
                    "Expected a board with leagues, but '%s' has none.".formatted(board.id()));
        }
        Period chosen = lookup.period(boards, board, period);
        Life life = lookup.life(program, boards, board, chosen);
        Ranking ranking = lookup.ranking(program, board, chosen, life);
        League league = leagues.find(board.id(), ranking).orElse(null);
        return new Found(
                board,
                chosen,
                life,
                ranking,
                league,
                league == null ? divisions : league.divisions());
    }

    /** A group by the name of its division. */
    Group group(Found found, String division, int number) {
        int level = found.divisions().names().indexOf(division);
        if (level < 0) {
            throw new Problem(
                    BoardProblem.UNKNOWN_GROUP,
                    "Expected one of the divisions %s, but it was '%s'."
                            .formatted(found.divisions().names(), division));
        }
        League league = found.league();
        Seat seat = new Seat(level, number);
        List<String> members =
                league == null || number < 1 ? List.of() : leagues.members(league, seat);
        if (members.isEmpty()) {
            throw new Problem(
                    BoardProblem.UNKNOWN_GROUP,
                    "Expected a group of division '%s' in period %s, but %d is none."
                            .formatted(division, found.periodName(), number));
        }
        return group(found, seat, members);
    }

    /** The group of a seat. */
    Group group(Found found, League league, Seat seat) {
        return group(found, seat, leagues.members(league, seat));
    }

    private Group group(Found found, Seat seat, List<String> members) {
        List<Standing> own = standings.among(found.ranking(), members);
        return new Group(
                found.divisions().name(seat.level()),
                seat.group(),
                Zones.of(found.divisions(), seat.level(), own.size()),
                own);
    }
}
