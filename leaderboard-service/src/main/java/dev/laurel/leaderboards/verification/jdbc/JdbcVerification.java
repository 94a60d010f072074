package dev.laurel.leaderboards.verification.jdbc;

import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.jdbc.DaysOf;
import dev.laurel.leaderboards.scores.jdbc.KeptTable;
import dev.laurel.leaderboards.verification.Findings;
import dev.laurel.leaderboards.verification.MemberDay;
import dev.laurel.leaderboards.verification.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Sees one state of days and rankings, so it may compare while points come in. */
@Repository
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class JdbcVerification implements Verification {

    private static final int EXAMPLES = 10;

    private final JdbcClient jdbc;
    private final KeptTable kept;
    private final LeagueChecks leagues;

    JdbcVerification(JdbcClient jdbc, KeptTable kept, LeagueChecks leagues) {
        this.jdbc = jdbc;
        this.kept = kept;
        this.leagues = leagues;
    }

    @Override
    public Findings rankings(String program) {
        List<String> differences = new ArrayList<>();
        for (Kept each : kept.of(Set.of(program))) {
            differences.addAll(differences(each));
        }
        differences.addAll(miscounts(program));
        differences.addAll(missums(program));
        differences.addAll(leagues.differences(program));
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT r.id) AS rankings, count(s.member) AS places
                        FROM ranking r LEFT JOIN score s ON s.ranking = r.id WHERE r.program = ?
                        """)
                .param(program)
                .query((row, _) ->
                        new Findings(
                                row.getLong("rankings"),
                                row.getLong("places"),
                                leagues.seats(program),
                                differences.size(),
                                differences.stream().limit(EXAMPLES).toList()))
                .single();
    }

    private List<String> differences(Kept each) {
        DaysOf days = DaysOf.of(each);
        return jdbc.sql(
                        """
                        WITH sums AS (%s),
                        places AS (
                            SELECT r.period, s.member, s.score, s.reached_at
                            FROM ranking r JOIN score s ON s.ranking = r.id
                            WHERE r.program = ? AND r.wallet = ? AND r.by_team = ?
                              AND r.cycle = ? AND r.audience = ?)
                        SELECT 'Expected ' || coalesce(sums.score::text, 'nobody') || ' of '
                            || member || ' in ' || period || ' of wallet ' || ?
                            || ', but the ranking has ' || coalesce(places.score::text, 'nobody')
                            || '.'
                        FROM sums FULL JOIN places USING (period, member)
                        WHERE sums.score IS DISTINCT FROM places.score
                           OR sums.reached_at IS DISTINCT FROM places.reached_at
                        ORDER BY period, member
                        """
                                .formatted(days.sums()))
                .params(days.parameters())
                .param(each.book().program())
                .param(each.book().wallet())
                .param(each.book().byTeam())
                .param(each.cycle().toString())
                .param(each.book().audience().word())
                .param(each.book().wallet())
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Ranks are counted by fences: each has to say how many places follow it. */
    private List<String> miscounts(String program) {
        return jdbc.sql(
                        """
                        WITH marks AS (
                            SELECT f.ranking, f.rev, f.reached_at, f.member, f.id, f.places
                            FROM ranking r JOIN fence f ON f.ranking = r.id WHERE r.program = :program
                            UNION ALL
                            SELECT s.ranking, s.rev, s.reached_at, s.member, NULL, NULL
                            FROM ranking r JOIN score s ON s.ranking = r.id
                            WHERE r.program = :program),
                        stretches AS (
                            SELECT ranking, id, places, count(id) OVER (
                                PARTITION BY ranking
                                ORDER BY rev, reached_at, member, id NULLS LAST) AS stretch
                            FROM marks)
                        SELECT 'Expected ' || count(*) FILTER (WHERE id IS NULL)
                            || ' places in stretch ' || stretch || ' of ranking ' || ranking
                            || ', but its fence says ' || coalesce(max(places), 0) || '.'
                        FROM stretches GROUP BY ranking, stretch
                        HAVING count(*) FILTER (WHERE id IS NULL) <> coalesce(max(places), 0)
                        ORDER BY ranking, stretch
                        """)
                .param("program", program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Each section has to have the fences from its beginning on, and to say what they come to. */
    private List<String> missums(String program) {
        return jdbc.sql(
                        """
                        WITH marks AS (
                            SELECT s.ranking, s.rev, s.reached_at, s.member, s.id AS section, NULL::bigint AS own,
                                   0 AS places, s.places AS said
                            FROM ranking r JOIN section s ON s.ranking = r.id WHERE r.program = :program
                            UNION ALL
                            SELECT f.ranking, f.rev, f.reached_at, f.member, NULL, f.section, f.places, 0
                            FROM ranking r JOIN fence f ON f.ranking = r.id WHERE r.program = :program),
                        runs AS (
                            SELECT *, count(section) OVER (
                                PARTITION BY ranking
                                ORDER BY rev, reached_at, member, section NULLS LAST) AS run
                            FROM marks)
                        SELECT 'Expected ' || sum(places) || ' places in section ' || run || ' of ranking '
                            || ranking || ', but it says ' || sum(said)
                            || CASE WHEN count(*) FILTER (WHERE strays) = 0 THEN '.'
                                    ELSE ', and fences there are of another.' END
                        FROM (
                            SELECT *, own <> max(section) OVER (PARTITION BY ranking, run) AS strays
                            FROM runs) AS checked
                        GROUP BY ranking, run
                        HAVING sum(places) <> sum(said) OR count(*) FILTER (WHERE strays) > 0
                        ORDER BY ranking, run
                        """)
                .param("program", program)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @Override
    public List<MemberDay> days(String program, @Nullable MemberDay after, int limit) {
        MemberDay from = after == null ? new MemberDay("", "", LocalDate.EPOCH, 0) : after;
        return jdbc.sql(
                        """
                        SELECT b.wallet, d.member, d.day, d.score
                        FROM book b JOIN daily d ON d.book = b.id
                        WHERE b.program = ? AND NOT b.by_team AND b.wallet NOT LIKE '%:%'
                          AND (b.wallet, d.member, d.day) > (?, ?, ?)
                        ORDER BY b.wallet, d.member, d.day LIMIT ?
                        """)
                .param(program)
                .param(from.wallet())
                .param(from.member())
                .param(from.day())
                .param(limit)
                .query((row, _) -> day(row))
                .list();
    }

    private static MemberDay day(ResultSet row) throws SQLException {
        return new MemberDay(
                row.getString("wallet"),
                row.getString("member"),
                row.getObject("day", LocalDate.class),
                row.getLong("score"));
    }
}
