package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Calendar;
import dev.laurel.leaderboards.scores.Cycle;
import dev.laurel.leaderboards.scores.Kept;
import dev.laurel.leaderboards.scores.Season;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes rankings out of the days, while the program's scores stand still. */
@Component
class Backfill {

    /** Years that four digits can write, see {@link Calendar#periodOf}. */
    private static final String WRITABLE = "d.day BETWEEN '0001-01-01' AND '9998-12-31'";

    private final JdbcClient jdbc;

    Backfill(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both statements are idempotent as long as nothing is counted meanwhile. */
    void run(Kept kept, Instant now) {
        String days =
                """
                SELECT b.program, b.wallet, b.by_team, %s AS period, d.member, d.score, d.reached_at
                FROM daily d JOIN book b ON b.id = d.book
                WHERE b.program = ? AND b.wallet = ? AND b.by_team = ? AND %s
                """
                        .formatted(periodOf(kept.cycle()), whereabouts(kept.cycle()));
        jdbc.sql(
                        """
                        INSERT INTO ranking (program, wallet, period, by_team, cycle, since)
                        SELECT DISTINCT program, wallet, period, by_team, ?, ?::timestamptz
                        FROM (%s) AS days
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(days))
                .param(kept.cycle().toString())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(kept.book().program())
                .param(kept.book().wallet())
                .param(kept.book().byTeam())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO score (ranking, member, score, reached_at)
                        SELECT r.id, member, sum(score),
                               coalesce(max(reached_at) FILTER (WHERE reached_at < 'infinity'), 'infinity')
                        FROM (%s) AS days JOIN ranking r USING (program, wallet, period, by_team)
                        GROUP BY r.id, member
                        ORDER BY r.id, member
                        """
                                .formatted(days))
                .param(kept.book().program())
                .param(kept.book().wallet())
                .param(kept.book().byTeam())
                .update();
    }

    /** {@link dev.laurel.leaderboards.scores.Period#name()} of column {@code d.day}. */
    private static String periodOf(Cycle cycle) {
        return switch (cycle) {
            case Season season -> "'" + season + "'";
            case Calendar calendar ->
                    switch (calendar) {
                        case ALL_TIME -> "'all-time'";
                        case DAY -> "to_char(d.day, 'YYYY-MM-DD')";
                        case WEEK -> "to_char(d.day, 'IYYY-\"W\"IW')";
                        case MONTH -> "to_char(d.day, 'YYYY-MM')";
                        case QUARTER -> "to_char(d.day, 'YYYY-\"Q\"Q')";
                        case YEAR -> "to_char(d.day, 'YYYY')";
                    };
        };
    }

    private static String whereabouts(Cycle cycle) {
        return switch (cycle) {
            case Season season ->
                    "d.day BETWEEN '%s' AND '%s'".formatted(season.first(), season.last());
            case Calendar calendar -> calendar == Calendar.ALL_TIME ? "true" : WRITABLE;
        };
    }
}
