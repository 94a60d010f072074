package dev.laurel.leaderboards.leagues.jdbc;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.jdbc.Columns;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.leaderboards.seals.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the league of a period with the seal of its board: who goes where is written with it. */
@Component
class LeagueFinish implements Sealed {

    private static final int AT_A_TIME = 10_000;

    private final JdbcClient jdbc;
    private final LeagueTable leagues;
    private final FinalGroups groups;

    LeagueFinish(JdbcClient jdbc, LeagueTable leagues, FinalGroups groups) {
        this.jdbc = jdbc;
        this.leagues = leagues;
        this.groups = groups;
    }

    /** A period whose scores came in after its end, as by an import, opens and ends at once. */
    @Override
    public void of(Seal seal, Board board, Period period) {
        String program = seal.book().program();
        leagues.abandonOthers(program, board);
        if (board.divisions() != null) {
            Optional<League> open = leagues.ofRanking(board.id(), board.ranking(program, period));
            open.or(() -> leagues.open(program, board, period, seal.sealedAt()))
                    .ifPresent(league -> end(league, seal));
        }
    }

    private void end(League league, Seal seal) {
        List<Placing> placings = new ArrayList<>();
        groups.forEach(
                league,
                seal.id(),
                seal.ties(),
                placing -> {
                    placings.add(placing);
                    if (placings.size() == AT_A_TIME) {
                        keep(league, placings);
                        placings.clear();
                    }
                });
        keep(league, placings);
        move(league);
        jdbc.sql("UPDATE league SET state = 'sealed', seal = ? WHERE id = ?")
                .params(seal.id(), league.id())
                .update();
    }

    private void keep(League league, List<Placing> placings) {
        jdbc.sql(
                        """
                        INSERT INTO finish (league, member, rank, level_after)
                        SELECT ?, * FROM unnest(?, ?, ?)
                        """)
                .param(league.id())
                .param(Columns.texts(placings, Placing::member))
                .param(Columns.numbers(placings, Placing::rank))
                .param(Columns.numbers(placings, Placing::levelAfter))
                .update();
    }

    private void move(League league) {
        jdbc.sql(
                        """
                        INSERT INTO division AS d (program, leaderboard, member, name, level, league)
                        SELECT l.program, l.leaderboard, f.member, l.divisions[f.level_after + 1],
                               f.level_after, l.id
                        FROM league l JOIN finish f ON f.league = l.id WHERE l.id = ?
                        ORDER BY f.member
                        ON CONFLICT (program, leaderboard, member) DO UPDATE
                        SET name = excluded.name, level = excluded.level, league = excluded.league
                        """)
                .param(league.id())
                .update();
    }
}
