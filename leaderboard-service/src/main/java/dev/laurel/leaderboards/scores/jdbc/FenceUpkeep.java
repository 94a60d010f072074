package dev.laurel.leaderboards.scores.jdbc;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final int sectionLength;

    FenceUpkeep(
            JdbcClient jdbc,
            ProgramLocks locks,
            TransactionTemplate transaction,
            FenceProperties properties) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.transaction = transaction;
        this.length = properties.fenceLength();
        this.sectionLength = properties.sectionLength();
    }

    private record Stretch(long id, String program) {}

    private record Crowd(int ranking, String program) {}

    /**
     * @param program null where the section is of a seal, which nobody writes to any more
     */
    private record Section(long id, @Nullable String program) {}

    /**
     * Divides stretches that have grown twice as long as they should be, and joins those of
     * rankings that have twice as many as they need. Sections with twice as many fences as they
     * should have are divided too. Holds up the counting of one program at a time.
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
                putIntoOneSection(crowd.ranking());
            });
        }
        for (Section section : overfull()) {
            transaction.executeWithoutResult(_ -> {
                String program = section.program();
                if (program != null) {
                    locks.rank(Set.of(program));
                }
                divideSection(section.id());
            });
        }
    }

    private List<Stretch> overlong() {
        return jdbc.sql(
                        """
                        SELECT f.id, r.program FROM fence f JOIN ranking r ON r.id = f.ranking
                        WHERE f.places > ? ORDER BY f.id
                        """)
                .param(2L * length)
                .query((row, _) -> new Stretch(row.getLong("id"), row.getString("program")))
                .list();
    }

    /** Does nothing with a fence that is gone, or short by now. */
    private void divide(long fence) {
        jdbc.sql(
                        """
                        WITH own AS (SELECT * FROM fence WHERE id = :fence AND places > 2 * :length),
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

    /** Divided again as any other that is too long. */
    private void putIntoOneSection(int ranking) {
        jdbc.sql(
                        """
                        UPDATE fence SET section = (
                            SELECT id FROM section WHERE ranking = :ranking
                            ORDER BY rev, reached_at, member LIMIT 1)
                        WHERE ranking = :ranking
                        """)
                .param("ranking", ranking)
                .update();
        jdbc.sql(
                        """
                        DELETE FROM section s WHERE s.ranking = ?
                          AND NOT EXISTS (SELECT FROM fence f WHERE f.section = s.id)
                        """)
                .param(ranking)
                .update();
    }

    private List<Section> overfull() {
        return jdbc.sql(
                        """
                        SELECT f.section, min(r.program) AS program
                        FROM fence f LEFT JOIN ranking r ON r.id = f.ranking
                        GROUP BY f.section HAVING count(*) > ? ORDER BY f.section
                        """)
                .param(2 * sectionLength)
                .query((row, _) -> new Section(row.getLong("section"), row.getString("program")))
                .list();
    }

    /** Does nothing with one that is gone, or short by now. */
    private void divideSection(long section) {
        // Two instances would otherwise both divide a seal's.
        jdbc.sql("SELECT id FROM section WHERE id = ? FOR UPDATE")
                .param(section)
                .query(Long.class)
                .optional();
        jdbc.sql(
                        """
                        WITH numbered AS (
                            SELECT id, ranking, rev, reached_at, member, count(*) OVER () AS size,
                                   row_number() OVER (ORDER BY rev, reached_at, member) - 1 AS n
                            FROM fence WHERE section = :section),
                        added AS (
                            INSERT INTO section (ranking, rev, reached_at, member, places)
                            SELECT ranking, rev, reached_at, member, 0 FROM numbered
                            WHERE size > 2 * :length AND n > 0 AND n % :length = 0
                            RETURNING id, rev, reached_at, member),
                        lots AS (
                            SELECT id, row_number() OVER (ORDER BY rev, reached_at, member) AS lot
                            FROM added)
                        UPDATE fence f SET section = lots.id
                        FROM numbered JOIN lots ON lots.lot = numbered.n / :length
                        WHERE f.id = numbered.id
                        """)
                .param("section", section)
                .param("length", sectionLength)
                .update();
    }
}
