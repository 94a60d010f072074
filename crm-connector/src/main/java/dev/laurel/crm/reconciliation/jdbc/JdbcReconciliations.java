package dev.laurel.crm.reconciliation.jdbc;

import static dev.laurel.crm.sql.Columns.column;
import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.reconciliation.Drift;
import dev.laurel.crm.reconciliation.Finding;
import dev.laurel.crm.reconciliation.Finding.Difference;
import dev.laurel.crm.reconciliation.Reconciliation;
import dev.laurel.crm.reconciliation.Reconciliations;
import dev.laurel.crm.sql.ConnectionStatements;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reconciliations in PostgreSQL: one row per connection, and one for every member of the sample.
 */
@Repository
class JdbcReconciliations implements Reconciliations {

    private final JdbcClient jdbc;
    private final ConnectionStatements statements;
    private final TransactionTemplate transaction;

    JdbcReconciliations(
            JdbcClient jdbc,
            ConnectionStatements statements,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start(ConnectionId connection, int sample, boolean repairing, Instant now) {
        transaction.executeWithoutResult(_ -> {
            int begun =
                    statements
                            .of(
                                    connection,
                                    """
                                    INSERT INTO reconciliation AS r
                                        (program, connection, number, repairing, sample, started_at)
                                    SELECT program, connection, 1, ?, 0, ?::timestamptz
                                    FROM connection WHERE program = ? AND connection = ?
                                    ON CONFLICT (program, connection) DO UPDATE
                                    SET number = r.number + 1, repairing = excluded.repairing,
                                        sample = 0, compared = 0, skipped = 0, drifted = 0,
                                        trouble = '',
                                        started_at = excluded.started_at, ended_at = NULL
                                    WHERE r.ended_at IS NOT NULL
                                    """,
                                    repairing,
                                    now.toString())
                            .update();
            if (begun == 1) {
                draw(connection, sample);
                endIfDone(connection, now);
            }
        });
    }

    private void draw(ConnectionId connection, int sample) {
        int drawn =
                jdbc.sql(
                                """
                                INSERT INTO reconciliation_member (program, connection, member)
                                SELECT program, connection, member FROM link
                                WHERE program = ? AND connection = ? AND contact IS NOT NULL
                                ORDER BY random() LIMIT ?
                                """)
                        .params(connection.program(), connection.name(), sample)
                        .update();
        statements
                .of(
                        connection,
                        """
                        UPDATE reconciliation SET sample = ? WHERE program = ? AND connection = ?
                        """,
                        drawn)
                .update();
    }

    @Override
    public void cancel(ConnectionId connection, Instant now) {
        transaction.executeWithoutResult(_ -> {
            lock(connection);
            statements
                    .of(
                            connection,
                            """
                            DELETE FROM reconciliation_member WHERE program = ? AND connection = ?
                            """)
                    .update();
            endIfDone(connection, now);
        });
    }

    private void endIfDone(ConnectionId connection, Instant now) {
        statements
                .of(
                        connection,
                        """
                        UPDATE reconciliation r SET ended_at = ?::timestamptz, trouble = ''
                        WHERE program = ? AND connection = ? AND ended_at IS NULL
                          AND NOT EXISTS (
                              SELECT FROM reconciliation_member m
                              WHERE m.program = r.program AND m.connection = r.connection)
                        """,
                        now.toString())
                .update();
    }

    @Override
    public Optional<Reconciliation> find(ConnectionId connection) {
        return statements
                .of(
                        connection,
                        """
                        SELECT number, repairing, sample, compared, skipped, drifted, trouble,
                               started_at, ended_at
                        FROM reconciliation WHERE program = ? AND connection = ?
                        """)
                .query((row, _) -> {
                    Timestamp ended = row.getTimestamp("ended_at");
                    return new Reconciliation(
                            row.getLong("number"),
                            row.getBoolean("repairing"),
                            row.getLong("sample"),
                            row.getLong("compared"),
                            row.getLong("skipped"),
                            row.getLong("drifted"),
                            row.getString("trouble"),
                            row.getTimestamp("started_at").toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .optional();
    }

    @Override
    public void trouble(ConnectionId connection, String reason) {
        statements
                .of(
                        connection,
                        """
                        UPDATE reconciliation SET trouble = ?
                        WHERE program = ? AND connection = ? AND ended_at IS NULL
                        """,
                        reason)
                .update();
    }

    @Override
    public boolean isDue(ConnectionId connection) {
        return statements
                .of(
                        connection,
                        """
                        SELECT EXISTS (
                            SELECT FROM reconciliation_member
                            WHERE program = ? AND connection = ?)
                        """)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<String> left(ConnectionId connection, int limit) {
        return statements
                .of(
                        connection,
                        """
                        SELECT member FROM reconciliation_member
                        WHERE program = ? AND connection = ? ORDER BY member
                        """
                                + " LIMIT "
                                + limit)
                .query((row, _) -> row.getString("member"))
                .list();
    }

    @Override
    public Set<String> settled(ConnectionId connection, Collection<String> members) {
        return statements
                .of(
                        connection,
                        """
                        SELECT n.member FROM unnest(?) AS n (member)
                        WHERE NOT EXISTS (
                            SELECT FROM pending p
                            WHERE p.program = ? AND p.connection = ? AND p.member = n.member)
                        """,
                        (Object) members.toArray(String[]::new))
                .query((row, _) -> row.getString("member"))
                .set();
    }

    @Override
    public void book(ConnectionId connection, List<Finding> findings, Instant now) {
        transaction.executeWithoutResult(_ -> {
            boolean repairing = lock(connection);
            List<Finding> open = stillOpen(connection, findings);
            if (open.isEmpty()) {
                return;
            }
            List<Finding> compared =
                    open.stream().filter(it -> !(it instanceof Finding.Skipped)).toList();
            List<Row> rows = linked(connection, rows(compared));
            forget(connection, compared, rows);
            write(connection, rows, now);
            List<String> drifted = rows.stream().map(Row::member).distinct().toList();
            if (repairing && !drifted.isEmpty()) {
                repair(connection, drifted, now);
            }
            statements
                    .of(
                            connection,
                            """
                            UPDATE reconciliation
                            SET compared = compared + ?, skipped = skipped + ?,
                                drifted = drifted + ?, trouble = ''
                            WHERE program = ? AND connection = ?
                            """,
                            compared.size(),
                            open.size() - compared.size(),
                            drifted.size())
                    .update();
            endIfDone(connection, now);
        });
    }

    /** Has who books and who cancels one after the other; whether what is found is repaired. */
    private boolean lock(ConnectionId connection) {
        return statements
                .of(
                        connection,
                        """
                        SELECT repairing FROM reconciliation
                        WHERE program = ? AND connection = ? FOR UPDATE
                        """)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** What was booked already, or is not asked for any more, is not booked again. */
    private List<Finding> stillOpen(ConnectionId connection, List<Finding> findings) {
        Set<String> open =
                statements
                        .of(
                                connection,
                                """
                                DELETE FROM reconciliation_member
                                WHERE member = ANY (?) AND program = ? AND connection = ?
                                RETURNING member
                                """,
                                (Object) column(findings, Finding::member))
                        .query((row, _) -> row.getString("member"))
                        .set();
        return findings.stream().filter(it -> open.contains(it.member())).toList();
    }

    /** One row of the table of drift. */
    private record Row(String member, String contact, String field, String expected, String found) {

        String key() {
            return member + '\n' + field;
        }
    }

    private static List<Row> rows(List<Finding> findings) {
        List<Row> rows = new ArrayList<>();
        for (Finding finding : findings) {
            switch (finding) {
                case Finding.Different different -> {
                    for (Difference each : different.differences()) {
                        rows.add(
                                new Row(
                                        different.member(),
                                        different.contact(),
                                        each.field(),
                                        each.expected(),
                                        each.found()));
                    }
                }
                case Finding.Gone gone ->
                        rows.add(new Row(gone.member(), gone.contact(), "", "", ""));
                case Finding.Same _, Finding.Skipped _ -> {}
            }
        }
        return rows;
    }

    /** What was found before of these members and is not so any more. */
    private void forget(ConnectionId connection, List<Finding> compared, List<Row> rows) {
        statements
                .of(
                        connection,
                        """
                        DELETE FROM drift
                        WHERE member = ANY (?) AND member || E'\\n' || field <> ALL (?)
                          AND program = ? AND connection = ?
                        """,
                        column(compared, Finding::member),
                        column(rows, Row::key))
                .update();
    }

    private void write(ConnectionId connection, List<Row> rows, Instant now) {
        statements
                .of(
                        connection,
                        """
                        INSERT INTO drift AS d
                            (member, contact, field, expected, found, since, program, connection)
                        SELECT n.*, ?::timestamptz, c.program, c.connection
                        FROM unnest(?, ?, ?, ?, ?) AS n (member, contact, field, expected, found),
                             connection c
                        WHERE c.program = ? AND c.connection = ?
                        ON CONFLICT (program, connection, member, field) DO UPDATE
                        SET contact = excluded.contact, expected = excluded.expected,
                            found = excluded.found, repairing = false
                        """,
                        now.toString(),
                        column(rows, Row::member),
                        column(rows, Row::contact),
                        column(rows, Row::field),
                        column(rows, Row::expected),
                        column(rows, Row::found))
                .update();
    }

    /**
     * Without members who were cleared meanwhile, or may not be written any more. Who is being
     * cleared now waits, and forgets what is booked here then. Links come before drift: deliveries
     * lock them in this order as well.
     */
    private List<Row> linked(ConnectionId connection, List<Row> rows) {
        if (rows.isEmpty()) {
            return rows;
        }
        Map<String, String> contacts =
                statements
                        .of(
                                connection,
                                """
                                SELECT member, contact FROM link
                                WHERE member = ANY (?) AND contact IS NOT NULL AND reason = ''
                                  AND program = ? AND connection = ?
                                ORDER BY member FOR SHARE
                                """,
                                (Object)
                                        rows.stream()
                                                .map(Row::member)
                                                .distinct()
                                                .toArray(String[]::new))
                        .query((row, _) ->
                                Map.entry(row.getString("member"), row.getString("contact")))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return rows.stream().filter(it -> it.contact().equals(contacts.get(it.member()))).toList();
    }

    @Override
    public List<Drift> drift(ConnectionId connection, String member, String field, int limit) {
        return statements
                .of(
                        connection,
                        """
                        SELECT member, contact, field, expected, found, since, repairing FROM drift
                        WHERE (member, field) > (?, ?) AND program = ? AND connection = ?
                        ORDER BY member, field
                        """
                                + " LIMIT "
                                + limit,
                        member,
                        field)
                .query((row, _) ->
                        new Drift(
                                row.getString("member"),
                                row.getString("contact"),
                                row.getString("field"),
                                row.getString("expected"),
                                row.getString("found"),
                                row.getTimestamp("since").toInstant(),
                                row.getBoolean("repairing")))
                .list();
    }

    /**
     * Only of those that have nothing pending: what is under way for the others was begun without
     * the doubt, and would take it away.
     */
    @Override
    public long repair(ConnectionId connection, @Nullable List<String> members, Instant now) {
        Long repaired =
                transaction.execute(_ -> {
                    List<String> marked = mark(connection, members, now);
                    for (String sql :
                            List.of(
                                    """
                                    UPDATE link SET doubtful = true
                                    WHERE member = ANY (?) AND program = ? AND connection = ?
                                    """,
                                    """
                                    UPDATE drift SET repairing = true
                                    WHERE member = ANY (?) AND program = ? AND connection = ?
                                    """)) {
                        statements
                                .of(connection, sql, (Object) marked.toArray(String[]::new))
                                .update();
                    }
                    return (long) marked.size();
                });
        return repaired == null ? 0 : repaired;
    }

    private List<String> mark(
            ConnectionId connection, @Nullable List<String> members, Instant now) {
        return statements
                .of(
                        connection,
                        """
                        INSERT INTO pending (program, connection, member, lane, since, due_at)
                        SELECT DISTINCT program, connection, member, %d, ?::timestamptz,
                               ?::timestamptz
                        FROM drift
                        WHERE (?::text[] IS NULL OR member = ANY (?::text[]))
                          AND program = ? AND connection = ?
                        ORDER BY member
                        ON CONFLICT (program, connection, member) DO NOTHING
                        RETURNING member
                        """
                                .formatted(Lane.BULK.code()),
                        now.toString(),
                        now.toString(),
                        members == null ? null : members.toArray(String[]::new),
                        members == null ? null : members.toArray(String[]::new))
                .query((row, _) -> row.getString("member"))
                .list();
    }
}
