package dev.laurel.leaderboards.verification.jdbc;

import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.leagues.League;
import dev.laurel.leaderboards.leagues.jdbc.FinalGroups;
import dev.laurel.leaderboards.leagues.jdbc.LeagueTable;
import dev.laurel.leaderboards.leagues.jdbc.Placing;
import dev.laurel.leaderboards.scores.jdbc.Columns;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares leagues with scores: everybody who has a score has a seat, seats fill groups without
 * gaps, and divisions are what the sealed periods come to, one after the other.
 */
@Component
class LeagueChecks {

    private static final int AT_A_TIME = 10_000;

    private final JdbcClient jdbc;
    private final FinalGroups groups;

    LeagueChecks(JdbcClient jdbc, FinalGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    private record Ended(League league, int seal, Ties ties) {}

    /** Within the caller's transaction, which sees one state of everything. */
    List<String> differences(String program) {
        List<String> differences = new ArrayList<>();
        differences.addAll(withoutSeat(program));
        differences.addAll(gaps(program));
        differences.addAll(strays(program));
        for (Ended each : ended(program)) {
            differences.addAll(finishes(each));
        }
        differences.addAll(divisions(program));
        return differences;
    }

    long seats(String program) {
        return jdbc.sql(
                        "SELECT count(*) FROM league l JOIN seat t ON t.league = l.id WHERE l.program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private List<String> withoutSeat(String program) {
        return jdbc.sql(
                        """
                        SELECT 'Expected a group of ' || p.member || ' in ' || r.period || ' of board '
                            || l.leaderboard || ', but there is none.'
                        FROM league l JOIN ranking r ON r.id = l.ranking
                        JOIN LATERAL (
                            SELECT member FROM score WHERE ranking = l.ranking AND l.state = 'open'
                            UNION ALL
                            SELECT member FROM sealed_score WHERE seal = l.seal) AS p ON true
                        WHERE l.program = ?
                          AND NOT EXISTS (
                              SELECT FROM seat t WHERE t.league = l.id AND t.member = p.member)
                        ORDER BY 1
                        """)
                .param(program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Groups are so many seats in a row: they have the right size if there is no gap. */
    private List<String> gaps(String program) {
        return jdbc.sql(
                        """
                        SELECT 'Expected ' || max(t.number) || ' members in ' || l.divisions[t.level + 1]
                            || ' of league ' || l.id || ', but there are ' || count(*) || '.'
                        FROM league l JOIN seat t ON t.league = l.id WHERE l.program = ?
                        GROUP BY l.id, t.level HAVING max(t.number) <> count(*)
                        ORDER BY l.id, t.level
                        """)
                .param(program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Who is in another division than the last finish before says. */
    private List<String> strays(String program) {
        return jdbc.sql(
                        """
                        SELECT 'Expected ' || t.member || ' in ' || l.divisions[e.level + 1] || ' of league '
                            || l.id || ', but it was ' || coalesce(l.divisions[t.level + 1], 'none') || '.'
                        FROM league l JOIN seat t ON t.league = l.id
                        LEFT JOIN LATERAL (
                            SELECT b.divisions[f.level_after + 1] AS name, f.level_after
                            FROM finish f JOIN league b ON b.id = f.league
                            WHERE f.member = t.member AND b.program = l.program
                              AND b.leaderboard = l.leaderboard AND b.first_day < l.first_day
                            ORDER BY b.first_day DESC LIMIT 1) AS p ON true
                        CROSS JOIN LATERAL (
                            SELECT level_in(l.divisions, p.name, p.level_after) AS level) AS e
                        WHERE l.program = ? AND l.state <> 'abandoned' AND t.level <> e.level
                        ORDER BY l.id, t.member
                        """)
                .param(program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Ended> ended(String program) {
        return jdbc.sql(
                        """
                        SELECT l.*, s.ties FROM league l JOIN seal s ON s.id = l.seal
                        WHERE l.program = ? ORDER BY l.id
                        """)
                .param(program)
                .query((row, _) ->
                        new Ended(
                                LeagueTable.read(row),
                                row.getInt("seal"),
                                row.getString("ties").equals("shared")
                                        ? Ties.SHARED
                                        : Ties.FIRST_TO_REACH))
                .list();
    }

    /** Decides again who goes where. */
    private List<String> finishes(Ended ended) {
        List<String> differences = new ArrayList<>();
        List<Placing> some = new ArrayList<>();
        long[] placed = {0};
        groups.forEach(
                ended.league(),
                ended.seal(),
                ended.ties(),
                placing -> {
                    placed[0]++;
                    some.add(placing);
                    if (some.size() == AT_A_TIME) {
                        differences.addAll(finishes(ended.league(), some));
                        some.clear();
                    }
                });
        differences.addAll(finishes(ended.league(), some));
        long kept =
                jdbc.sql("SELECT count(*) FROM finish WHERE league = ?")
                        .param(ended.league().id())
                        .query(Long.class)
                        .single();
        if (kept != placed[0]) {
            differences.add(
                    "Expected %d members at the end of league %d, but there are %d."
                            .formatted(placed[0], ended.league().id(), kept));
        }
        return differences;
    }

    private List<String> finishes(League league, List<Placing> some) {
        return jdbc.sql(
                        """
                        SELECT 'Expected rank ' || e.rank || ' and then level ' || e.level_after || ' of '
                            || member || ' in league ' || ?::integer || ', but it was '
                            || coalesce(f.rank || ' and ' || f.level_after, 'nothing') || '.'
                        FROM unnest(?, ?, ?) AS e (member, rank, level_after)
                        LEFT JOIN (SELECT * FROM finish WHERE league = ?) AS f USING (member)
                        WHERE (e.rank, e.level_after) IS DISTINCT FROM (f.rank, f.level_after::bigint)
                        ORDER BY member
                        """)
                .param(league.id())
                .param(Columns.texts(some, Placing::member))
                .param(Columns.numbers(some, Placing::rank))
                .param(Columns.numbers(some, Placing::levelAfter))
                .param(league.id())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> divisions(String program) {
        return jdbc.sql(
                        """
                        WITH fold AS (
                            SELECT DISTINCT ON (l.leaderboard, f.member) l.leaderboard, f.member,
                                   l.divisions[f.level_after + 1] AS name
                            FROM league l JOIN finish f ON f.league = l.id WHERE l.program = :program
                            ORDER BY l.leaderboard, f.member, l.first_day DESC),
                        known AS (
                            SELECT leaderboard, member, name FROM division WHERE program = :program)
                        SELECT 'Expected ' || coalesce(fold.name, 'no division') || ' of ' || member
                            || ' on board ' || leaderboard || ', but it was '
                            || coalesce(known.name, 'none') || '.'
                        FROM fold FULL JOIN known USING (leaderboard, member)
                        WHERE fold.name IS DISTINCT FROM known.name
                        ORDER BY leaderboard, member
                        """)
                .param("program", program)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
