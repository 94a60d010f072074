package dev.laurel.leaderboards.scores.jdbc;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps fences of about equal length, so that a rank costs the same anywhere. Where they stand
 * changes no rank: what they count is right before and after. Any number of instances may do it.
 */
@Component
@EnableConfigurationProperties(FenceProperties.class)
public class FenceUpkeep {

    private static final int FEW = 64;

    private final JdbcClient jdbc;
    private final ProgramLocks locks;
    private final TransactionTemplate transaction;
    private final int length;

    FenceUpkeep(
            JdbcClient jdbc,
            ProgramLocks locks,
            TransactionTemplate transaction,
            FenceProperties properties) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.transaction = transaction;
        this.length = properties.fenceLength();
    }

    private record Stretch(long id, String program) {}

    private record Crowd(int ranking, String program) {}

    /**
     * Divides stretches that have grown four times as long as they should be, and joins those of
     * rankings that have twice as many as they need. Holds up the counting of one program at a
     * time.
     */
    public void run() {
        for (Stretch stretch : overlong()) {
            transaction.executeWithoutResult(_ -> {
                locks.rank(Set.of(stretch.program()));
                divide(stretch.id());
            });
        }
        for (Crowd crowd : crowds()) {
            transaction.executeWithoutResult(_ -> {
                locks.rank(Set.of(crowd.program()));
                join(crowd.ranking());
            });
        }
    }

    private List<Stretch> overlong() {
        return jdbc.sql(
                        """
                        SELECT f.id, r.program FROM fence f JOIN ranking r ON r.id = f.ranking
                        WHERE f.places > ? ORDER BY f.id
                        """)
                .param(4L * length)
                .query((row, _) -> new Stretch(row.getLong("id"), row.getString("program")))
                .list();
    }

    /** Does nothing with a fence that is gone, or short by now. */
    private void divide(long fence) {
        jdbc.sql(
                        """
                        WITH own AS (SELECT * FROM fence WHERE id = :fence AND places > 4 * :length),
                        numbered AS (
                            SELECT s.rev, s.reached_at, s.member,
                                   row_number() OVER (ORDER BY s.rev, s.reached_at, s.member) AS n
                            FROM own CROSS JOIN LATERAL (
                                SELECT rev, reached_at, member FROM score
                                WHERE ranking = own.ranking
                                  AND (rev, reached_at, member)
                                      >= (own.rev, own.reached_at, own.member)
                                ORDER BY rev, reached_at, member LIMIT own.places) AS s),
                        shortened AS (
                            UPDATE fence f SET places = :length FROM own WHERE f.id = own.id)
                        INSERT INTO fence (ranking, rev, reached_at, member, places)
                        SELECT own.ranking, n.rev, n.reached_at, n.member,
                               least(:length, own.places - n.n + 1)
                        FROM numbered n, own WHERE n.n > 1 AND (n.n - 1) % :length = 0
                        """)
                .param("fence", fence)
                .param("length", (long) length)
                .update();
    }

    private List<Crowd> crowds() {
        return jdbc.sql(
                        """
                        SELECT f.ranking, min(r.program) AS program
                        FROM fence f JOIN ranking r ON r.id = f.ranking
                        GROUP BY f.ranking
                        HAVING count(*) > ? AND count(*) > 2 * sum(f.places) / ?
                        ORDER BY f.ranking
                        """)
                .param(FEW)
                .param(length)
                .query((row, _) -> new Crowd(row.getInt("ranking"), row.getString("program")))
                .list();
    }

    private void join(int ranking) {
        jdbc.sql(
                        """
                        WITH running AS (
                            SELECT id, places,
                                   (sum(places) OVER w - places)::bigint / :length AS lot,
                                   row_number() OVER w AS n
                            FROM fence WHERE ranking = :ranking
                            WINDOW w AS (ORDER BY rev, reached_at, member)),
                        lots AS (
                            SELECT DISTINCT ON (lot) id, sum(places) OVER (PARTITION BY lot) AS places
                            FROM running ORDER BY lot, n),
                        joined AS (
                            UPDATE fence f SET places = lots.places FROM lots WHERE f.id = lots.id)
                        DELETE FROM fence f
                        WHERE f.ranking = :ranking AND f.id NOT IN (SELECT id FROM lots)
                        """)
                .param("ranking", ranking)
                .param("length", (long) length)
                .update();
    }
}
