package dev.laurel.leaderboards.scores.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes scores out of the days. */
@Component
public class Backfill {

    private final JdbcClient jdbc;

    Backfill(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the scores that some days come to, where there are none yet. Nobody may count postings
     * of those whose days they are.
     */
    public void run(DaysOf days, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO ranking
                            (program, wallet, period, by_team, audience, cycle, since)
                        SELECT DISTINCT program, wallet, period, by_team, audience, ?, ?::timestamptz
                        FROM (%s) AS days
                        ORDER BY program, wallet, by_team, period, audience
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(days.sql()))
                .param(days.cycle().toString())
                .param(now.atOffset(ZoneOffset.UTC))
                .params(days.parameters())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO score (ranking, member, score, reached_at)
                        SELECT r.id, sums.member, sums.score, sums.reached_at
                        FROM (%s) AS sums JOIN ranking r USING (program, wallet, period, by_team, audience)
                        ORDER BY r.id, sums.member
                        ON CONFLICT (ranking, member) DO NOTHING
                        """
                                .formatted(days.sums()))
                .params(days.parameters())
                .update();
    }
}
