package dev.laurel.leaderboards.boards.valkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables {@code hot} and {@code changed_score}. */
final class CopyTable {

    private static final String TURN =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('laurel-boards-copies/' || ?, 0))";

    private final JdbcClient jdbc;
    private final String prefix;

    CopyTable(JdbcClient jdbc, String prefix) {
        this.jdbc = jdbc;
        this.prefix = prefix;
    }

    /** Somebody's score that may have changed. */
    record Change(int ranking, String member) {}

    /** Whether the caller may change copies that are read, until its transaction ends. */
    boolean takeFeeding() {
        return jdbc.sql(TURN).param("all").query(Boolean.class).single();
    }

    /** Whether the caller may make a copy of a ranking, until its transaction ends. */
    boolean takeBuilding(int ranking) {
        return jdbc.sql(TURN).param(Integer.toString(ranking)).query(Boolean.class).single();
    }

    /** The copies that can be read. */
    List<Copy> ready() {
        return jdbc.sql("SELECT ranking, epoch, token FROM hot WHERE ready ORDER BY ranking")
                .query((row, _) -> copy(row))
                .list();
    }

    /** A copy, whether or not it can be read. */
    Optional<Copy> find(int ranking) {
        return jdbc.sql("SELECT ranking, epoch, token FROM hot WHERE ranking = ?")
                .param(ranking)
                .query((row, _) -> copy(row))
                .optional();
    }

    /** Rankings that are to be copied, each with its program: large ones, and those begun. */
    List<Wanted> wanted(long from) {
        return jdbc.sql(
                        """
                        SELECT r.id, r.program FROM ranking r LEFT JOIN hot h ON h.ranking = r.id
                        WHERE h.ready IS NOT true
                          AND (h.ranking IS NOT NULL OR ? <= (
                              SELECT sum(s.places) FROM section s WHERE s.ranking = r.id))
                        ORDER BY r.id
                        """)
                .param(from)
                .query((row, _) -> new Wanted(row.getInt("id"), row.getString("program")))
                .list();
    }

    /** A ranking to be copied. */
    record Wanted(int ranking, String program) {}

    /** Changes of ready copies are taken out, to be written in this transaction. */
    List<Change> takeChanges(int most) {
        return jdbc.sql(
                        """
                        DELETE FROM changed_score WHERE id IN (
                            SELECT c.id FROM changed_score c JOIN hot h USING (ranking)
                            WHERE h.ready ORDER BY c.id LIMIT ?)
                        RETURNING ranking, member
                        """)
                .param(most)
                .query((row, _) -> new Change(row.getInt("ranking"), row.getString("member")))
                .list();
    }

    /** How many seconds the oldest change of a ready copy has waited. */
    double secondsBehind() {
        return jdbc.sql(
                        """
                        SELECT coalesce((
                            SELECT extract(epoch FROM clock_timestamp() - c.at)
                            FROM changed_score c JOIN hot h USING (ranking)
                            WHERE h.ready ORDER BY c.id LIMIT 1), 0)
                        """)
                .query(Double.class)
                .single();
    }

    long nextToken() {
        return jdbc.sql("SELECT nextval('hot_token')").query(Long.class).single();
    }

    /** Does nothing where there is another copy by now. */
    void reached(Copy copy, long token) {
        jdbc.sql("UPDATE hot SET token = ? WHERE ranking = ? AND epoch = ?")
                .params(token, copy.ranking(), copy.epoch())
                .update();
    }

    /** From now on nobody reads it, and it is made anew. */
    void drop(Copy copy) {
        jdbc.sql("UPDATE hot SET ready = false WHERE ranking = ? AND epoch = ?")
                .params(copy.ranking(), copy.epoch())
                .update();
    }

    /**
     * Changes of the ranking are noted from now on; those before are in what is read from now on.
     * Whoever writes scores has to be done first.
     */
    void begin(int ranking) {
        jdbc.sql("DELETE FROM changed_score WHERE ranking = ?").param(ranking).update();
        jdbc.sql(
                        """
                        INSERT INTO hot (ranking, epoch, token, ready) VALUES (?, 0, 0, false)
                        ON CONFLICT (ranking) DO UPDATE SET ready = false
                        """)
                .param(ranking)
                .update();
    }

    void finish(Copy copy) {
        jdbc.sql("UPDATE hot SET epoch = ?, token = ?, ready = true WHERE ranking = ?")
                .params(copy.epoch(), copy.token(), copy.ranking())
                .update();
    }

    Copy copy(int ranking, long token) {
        return new Copy(prefix, ranking, token, token);
    }

    private Copy copy(ResultSet row) throws SQLException {
        return new Copy(prefix, row.getInt("ranking"), row.getLong("epoch"), row.getLong("token"));
    }
}
