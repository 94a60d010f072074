package dev.laurel.leaderboards.boards.jdbc;

import dev.laurel.leaderboards.boards.Standings.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts places by fences: whole stretches by table {@code fence}, the rest one by one. */
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

    /** How many there are ahead of a place, which need not be taken. */
    long ahead(Rows rows, Place place) {
        return ahead(rows, Key.of(place));
    }

    /** How many have more than a score. */
    long higher(Rows rows, long score) {
        return ahead(rows, Key.ofScore(score));
    }

    long size(Rows rows) {
        return jdbc.sql("SELECT coalesce(sum(places), 0) FROM fence WHERE ranking = ?")
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
                                SELECT rev, reached_at, member, before FROM (
                                    SELECT *, sum(places) OVER (ORDER BY rev, reached_at, member)
                                              - places AS before
                                    FROM fence WHERE ranking = ?) AS f
                                WHERE before < ?
                                ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1
                                """)
                        .param(rows.fences())
                        .param(position)
                        .query(FenceCounts::start)
                        .optional()
                        .orElse(Start.NONE);
    }

    private long ahead(Rows rows, Key key) {
        Start start = before(rows, key);
        return start.places()
                + jdbc.sql(
                                """
                                SELECT count(*) FROM %s
                                  AND (rev, reached_at, member) >= (?, ?, ?)
                                  AND (rev, reached_at, member) < (?, ?, ?)
                                """
                                        .formatted(rows.from()))
                        .param(rows.id())
                        .params(start.key().parameters())
                        .params(key.parameters())
                        .query(Long.class)
                        .single();
    }

    private Start before(Rows rows, Key key) {
        return jdbc.sql(
                        """
                        SELECT own.rev, own.reached_at, own.member, coalesce((
                            SELECT sum(f.places) FROM fence f
                            WHERE f.ranking = own.ranking
                              AND (f.rev, f.reached_at, f.member)
                                  < (own.rev, own.reached_at, own.member)), 0) AS before
                        FROM (
                            SELECT * FROM fence
                            WHERE ranking = ? AND (rev, reached_at, member) <= (?, ?, ?)
                            ORDER BY rev DESC, reached_at DESC, member DESC LIMIT 1) AS own
                        """)
                .param(rows.fences())
                .params(key.parameters())
                .query(FenceCounts::start)
                .optional()
                .orElse(Start.NONE);
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
