package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Cell;
import dev.laurel.leaderboards.scores.Gain;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code ranking} and {@code score}. */
@Component
class ScoreTable {

    private static final Comparator<Cell> ORDER =
            Comparator.comparing(Cell::book).thenComparing(cell -> cell.period().name());

    private final JdbcClient jdbc;

    ScoreTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<Cell, Gain> gains, Instant now) {
        addRankings(gains.keySet(), now);
        jdbc.sql(
                        """
                        INSERT INTO score AS s (ranking, member, score, reached_at)
                        SELECT r.id, g.member, g.score, g.reached_at
                        FROM unnest(?, ?, ?, ?, ?, ?, ?::timestamptz[])
                             AS g (program, wallet, period, by_team, member, score, reached_at)
                        JOIN ranking r USING (program, wallet, period, by_team)
                        LEFT JOIN profile p
                             ON p.program = g.program AND p.member = g.member AND NOT g.by_team
                        WHERE %s
                        ORDER BY r.id, g.member
                        ON CONFLICT (ranking, member) DO UPDATE
                        SET score = s.score + excluded.score,
                            reached_at =
                                CASE WHEN 'infinity' IN (s.reached_at, excluded.reached_at)
                                     THEN least(s.reached_at, excluded.reached_at)
                                     ELSE greatest(s.reached_at, excluded.reached_at)
                                END
                        """
                                .formatted(Listed.in("r.audience")))
                .param(Columns.texts(gains.keySet(), cell -> cell.book().program()))
                .param(Columns.texts(gains.keySet(), cell -> cell.book().wallet()))
                .param(Columns.texts(gains.keySet(), cell -> cell.period().name()))
                .param(Columns.truths(gains.keySet(), cell -> cell.book().byTeam()))
                .param(Columns.texts(gains.keySet(), Cell::competitor))
                .param(Columns.numbers(gains.values(), Gain::points))
                .param(Columns.reachedAt(gains.values()))
                .update();
    }

    /** Few, and hardly ever new: it nearly always only reads. */
    private void addRankings(Collection<Cell> cells, Instant now) {
        List<Cell> names =
                cells.stream()
                        .map(cell -> new Cell(cell.book(), "", cell.cycle(), cell.period()))
                        .distinct()
                        .sorted(ORDER)
                        .toList();
        jdbc.sql(
                        """
                        INSERT INTO ranking
                            (program, wallet, period, by_team, cycle, since, audience)
                        SELECT n.*, ?, k.audience
                        FROM unnest(?, ?, ?, ?, ?) AS n (program, wallet, period, by_team, cycle)
                        JOIN kept k USING (program, wallet, by_team, cycle)
                        WHERE NOT EXISTS (
                            SELECT FROM ranking r
                            WHERE r.program = n.program AND r.wallet = n.wallet
                              AND r.period = n.period AND r.by_team = n.by_team
                              AND r.audience = k.audience)
                        ORDER BY n.program, n.wallet, n.by_team, n.period, k.audience
                        ON CONFLICT DO NOTHING
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(Columns.texts(names, name -> name.book().program()))
                .param(Columns.texts(names, name -> name.book().wallet()))
                .param(Columns.texts(names, name -> name.period().name()))
                .param(Columns.truths(names, name -> name.book().byTeam()))
                .param(Columns.texts(names, name -> name.cycle().toString()))
                .update();
    }
}
