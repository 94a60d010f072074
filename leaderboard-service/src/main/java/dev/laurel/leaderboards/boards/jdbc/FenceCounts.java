package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Standings.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts places by fences: whole sections by table {@code section}, the stretches of one by table
 * {@code fence}, the rest one by one. Summed up as integers, as the sum of {@code bigint} is a
 * {@code numeric}, which is slow.
 */
@Component
class FenceCounts {

    private final JdbcClient jdbc;

    FenceCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a stretch begins.
     *
     * @param key its beginning
     * @param places how many there are before it
     */
    record Start(Key key, long places) {
        private static final Start NONE = new Start(Key.FIRST, 0);
    }

    /** How many there are ahead of a place, which need not be taken; none where nobody is. */
    long ahead(Rows rows, Place place) {
        return ahead(rows, Key.of(place));
    }

    /** How many have more than a score. */
    long higher(Rows rows, long score) {
        return ahead(rows, Key.ofScore(score));
    }

    long size(Rows rows) {
        return jdbc.sql("SELECT coalesce(sum(places), 0) FROM section WHERE ranking = ?")
                .param(rows.fences())
                .query(Long.class)
                .single();
    }

    /** The stretch that the place with this number is in, the last one if there is none. */
    Start before(Rows rows, long position) {
        return position == 1
                ? Start.NONE
                : jdbc.sql(
                                """
                                WITH own AS (
                                    SELECT id, before FROM (
                                        SELECT *, sum(places::integer) OVER (
                                                      ORDER BY rev, reached_at, member)
                                                  - places AS before
                                        FROM section WHERE ranking = ?) AS s
                                    WHERE before < ?
                                    ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1)
                                SELECT rev, reached_at, member, before FROM (
                                    SELECT f.*, own.before - f.places
                                               + sum(f.places::integer) OVER (
                                                     ORDER BY f.rev, f.reached_at, f.member)
                                               AS before
                                    FROM own JOIN fence f ON f.section = own.id) AS f
                                WHERE before < ?
                                ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1
                                """)
                        .param(rows.fences())
                        .param(position)
                        .param(position)
                        .query(FenceCounts::start)
                        .optional()
                        .orElse(Start.NONE);
    }

    /** In one statement, as a rank is asked for more often than anything else. */
    private long ahead(Rows rows, Key key) {
        return jdbc.sql(
                        """
                        SELECT coalesce((
                                   SELECT sum(e.places::integer) FROM section e
                                   WHERE e.ranking = s.ranking
                                     AND (e.rev, e.reached_at, e.member)
                                         < (s.rev, s.reached_at, s.member)), 0)
                               + coalesce((
                                   SELECT sum(f.places::integer) FROM fence f
                                   WHERE f.section = own.section
                                     AND (f.rev, f.reached_at, f.member)
                                         < (own.rev, own.reached_at, own.member)), 0)
                               + (
                                   SELECT count(*) FROM %s
                                     AND (rev, reached_at, member)
                                         >= (own.rev, own.reached_at, own.member)
                                     AND (rev, reached_at, member) < (?, ?, ?))
                        FROM (
                            SELECT * FROM fence
                            WHERE ranking = ? AND (rev, reached_at, member) <= (?, ?, ?)
                            ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1) AS own
                        JOIN section s ON s.id = own.section
                        """
                                .formatted(rows.from()))
                .param(rows.id())
                .params(key.parameters())
                .param(rows.fences())
                .params(key.parameters())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Start start(ResultSet row, int number) throws SQLException {
        return new Start(
                new Key(
                        row.getLong("rev"),
                        row.getObject("reached_at", OffsetDateTime.class),
                        row.getString("member")),
                row.getLong("before"));
    }
}
