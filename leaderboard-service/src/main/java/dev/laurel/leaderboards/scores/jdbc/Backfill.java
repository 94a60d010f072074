package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Kept;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes rankings out of the days, while the program's scores stand still. */
@Component
class Backfill {

    private final JdbcClient jdbc;

    Backfill(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void run(Kept kept, Instant now) {
        DaysOf days = DaysOf.of(kept);
        jdbc.sql(
                        """
                        INSERT INTO ranking (program, wallet, period, by_team, cycle, since)
                        SELECT DISTINCT program, wallet, period, by_team, ?, ?::timestamptz
                        FROM (%s) AS days
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(days.sql()))
                .param(kept.cycle().toString())
                .param(now.atOffset(ZoneOffset.UTC))
                .params(days.parameters())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO score (ranking, member, score, reached_at)
                        SELECT r.id, sums.member, sums.score, sums.reached_at
                        FROM (%s) AS sums JOIN ranking r USING (program, wallet, period, by_team)
                        ORDER BY r.id, sums.member
                        """
                                .formatted(days.sums()))
                .params(days.parameters())
                .update();
    }
}
