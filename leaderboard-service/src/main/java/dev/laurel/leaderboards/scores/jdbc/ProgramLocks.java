package dev.laurel.leaderboards.scores.jdbc;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who counts postings of a program shares its lock; who needs all scores of a program to stand
 * still has it alone. Locks end with the transaction.
 */
@Component
public class ProgramLocks {

    private static final String KEY = "hashtextextended('laurel-leaderboards/' || p, 0)";
    private static final String RANKINGS = "hashtextextended('laurel-rankings/' || p, 0)";

    private final JdbcClient jdbc;

    ProgramLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits until nobody has one of them alone. */
    public void share(Collection<String> programs) {
        jdbc.sql(
                        "SELECT count(*) FROM (SELECT pg_advisory_xact_lock_shared(%s) FROM unnest(?) p) AS locks"
                                .formatted(KEY))
                .param(programs.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * Has the rankings of programs alone, which is needed to change what they count. After the
     * other lock of the program and its participants, before the first change of a score.
     */
    public void rank(Collection<String> programs) {
        jdbc.sql(
                        """
                        SELECT count(*) FROM (
                            SELECT pg_advisory_xact_lock(%s)
                            FROM (SELECT p FROM unnest(?) p ORDER BY p) AS ordered) AS locks
                        """
                                .formatted(RANKINGS))
                .param(programs.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** Waits until nobody else has it. Of several programs only one may be taken. */
    public void alone(String program) {
        jdbc.sql(
                        "SELECT count(*) FROM (SELECT pg_advisory_xact_lock(%s) FROM (SELECT ?::text) AS t (p)) AS locks"
                                .formatted(KEY))
                .param(program)
                .query(Long.class)
                .single();
    }
}
