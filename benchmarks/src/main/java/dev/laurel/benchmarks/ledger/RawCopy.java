package dev.laurel.benchmarks.ledger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Copies the rows that a run left into the tables that it left them in, with their indexes and all
 * that was there before, under other keys: one stream a table, one commit, no trigger, nothing
 * decided. Rows that a run changed are copied into empty tables like theirs.
 */
final class RawCopy {

    /** Into which table and columns, and what. */
    private record Part(String table, String columns, String rows) {}

    private final DataSource database;
    private final Path folder;

    RawCopy(DataSource database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * How many postings a second can be copied with what belongs to them.
     *
     * @param since when the run's first batch was booked
     */
    double postingsPerSecond(Instant since) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(BaseConnection.class).getCopyAPI();
            for (String table : List.of("member_sequence", "member_account")) {
                statement.execute(
                        "CREATE UNLOGGED TABLE raw_%s (LIKE %1$s INCLUDING ALL)".formatted(table));
                statement.execute("ALTER TABLE raw_%s SET LOGGED".formatted(table));
            }
            List<Part> parts = parts(since);
            for (Part part : parts) {
                try (OutputStream rows =
                        new BufferedOutputStream(Files.newOutputStream(file(part)))) {
                    copy.copyOut(
                            "COPY (%s) TO STDOUT (FORMAT binary)".formatted(part.rows()), rows);
                }
            }
            statement.execute("SET session_replication_role = replica");
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            long postings = 0;
            for (Part part : parts) {
                try (InputStream rows = new BufferedInputStream(Files.newInputStream(file(part)))) {
                    long copied =
                            copy.copyIn(
                                    "COPY %s (%s) FROM STDIN (FORMAT binary)"
                                            .formatted(part.table(), part.columns()),
                                    rows);
                    postings += part.table().equals("posting") ? copied : 0;
                }
            }
            connection.commit();
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("DELETE FROM posting WHERE sequence > 1000000000");
            statement.execute("TRUNCATE outbox");
            statement.execute("DROP TABLE raw_member_sequence, raw_member_account");
            statement.execute("SET session_replication_role = origin");
            connection.commit();
            connection.setAutoCommit(true);
            return postings / seconds;
        }
    }

    private Path file(Part part) {
        return folder.resolve(part.table() + ".rows");
    }

    private static List<Part> parts(Instant since) {
        String run = "FROM posting WHERE recorded_at >= '%s'".formatted(since);
        return List.of(
                new Part(
                        "posting",
                        """
                        id, program, member, sequence, wallet, debit, credit, amount,
                        balance_after, earned_after, cause_kind, cause_id, decision, version,
                        event_source, event_id, event_time, local_date, recorded_at, link, digest
                        """,
                        """
                        SELECT gen_random_uuid(), program, member, sequence + 1000000000, wallet,
                               debit, credit, amount, balance_after, earned_after, cause_kind,
                               cause_id, decision, version, event_source, event_id, event_time,
                               local_date, recorded_at, link, digest
                        """
                                + run),
                new Part(
                        "raw_member_sequence",
                        "program, member, sequence",
                        "SELECT program, member, max(sequence) " + run + " GROUP BY 1, 2"),
                new Part(
                        "raw_member_account",
                        "program, member, wallet, balance, earned",
                        "SELECT program, member, wallet, max(balance_after), max(earned_after) "
                                + run
                                + " GROUP BY 1, 2, 3"),
                // Empty by now, so the rows are made up again, of about the same size.
                new Part(
                        "outbox",
                        "topic, key, value",
                        """
                        SELECT 'laurel.ledger', convert_to(program || '/' || member, 'UTF8'),
                               convert_to(left(row_to_json(posting)::text, 480), 'UTF8')
                        """
                                + run));
    }
}
