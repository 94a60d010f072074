package dev.laurel.crm.delivery.jdbc;

import static dev.laurel.crm.sql.Columns.column;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Due;
import dev.laurel.crm.delivery.Settlement;
import dev.laurel.crm.sql.ConnectionStatements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Books how deliveries ended: a statement or two per kind of end. What is due is settled once: a
 * row that stays is another one afterwards, and who began with the one before comes late.
 */
@Repository
class SettlementTable {

    /** How far the versions of two rows are apart: see V0017. */
    private static final long ROW = 1_000_000;

    private final JdbcClient jdbc;
    private final ConnectionStatements statements;
    private final KnownValues knownValues;
    private final LateSettlements lateSettlements;

    SettlementTable(
            JdbcClient jdbc,
            ConnectionStatements statements,
            KnownValues knownValues,
            LateSettlements lateSettlements) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.knownValues = knownValues;
        this.lateSettlements = lateSettlements;
    }

    void write(ConnectionId connection, List<Settlement> all, Instant now) {
        Map<String, Long> versions = lock(connection, all);
        Map<Boolean, List<Settlement>> inTime =
                all.stream().collect(partitioningBy(it -> isOfSameRow(it.due(), versions)));
        List<Settlement> ended = inTime.getOrDefault(true, List.of());
        lateSettlements.note(connection, inTime.getOrDefault(false, List.of()), now);
        delivered(connection, of(ended, Settlement.Delivered.class), now);
        retried(connection, of(ended, Settlement.Retry.class));
        failed(connection, of(ended, Settlement.Failed.class), now);
        unlinked(connection, of(ended, Settlement.Unlinked.class));
        lost(connection, of(ended, Settlement.Lost.class), now);
        withheld(connection, of(ended, Settlement.Withheld.class));
        cleared(connection, of(ended, Settlement.Cleared.class), now);
        renew(connection, ended);
    }

    private static boolean isOfSameRow(Due due, Map<String, Long> versions) {
        Long version = versions.get(due.member());
        return version != null && version / ROW == due.version() / ROW;
    }

    /**
     * In the order in which all lock these rows, those who note changes included, so that two never
     * wait for each other. Returns the versions of those that are still due, by member.
     */
    private Map<String, Long> lock(ConnectionId connection, List<Settlement> ended) {
        return jdbc
                .sql(
                        """
                        SELECT member, version FROM pending
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                        ORDER BY member FOR UPDATE
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(column(ended, it -> it.due().member()))
                .query((row, _) -> Map.entry(row.getString("member"), row.getLong("version")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What stays due is another row to those who began with it as it was. */
    private void renew(ConnectionId connection, List<Settlement> ended) {
        List<Settlement> settled =
                ended.stream().filter(it -> !(it instanceof Settlement.Postponed)).toList();
        if (!settled.isEmpty()) {
            statements
                    .of(
                            connection,
                            """
                            UPDATE pending SET version = DEFAULT
                            WHERE member = ANY (?) AND program = ? AND connection = ?
                            """,
                            (Object) column(settled, it -> it.due().member()))
                    .update();
        }
    }

    private static <S extends Settlement> List<S> of(List<Settlement> ended, Class<S> kind) {
        return ended.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(it -> it.due().member()))
                .toList();
    }

    private void delivered(ConnectionId connection, List<Settlement.Delivered> ended, Instant now) {
        List<Settlement.Delivered> sent =
                ended.stream().filter(Settlement.Delivered::sent).toList();
        if (!sent.isEmpty()) {
            statements
                    .of(
                            connection,
                            """
                            UPDATE link l
                            SET known = n.known, doubtful = false, reason = '',
                                resynced = greatest(l.resynced, n.resync),
                                sent_at = ?::timestamptz
                            FROM unnest(?, ?::jsonb[], ?::bigint[]) AS n (member, known, resync)
                            WHERE l.program = ? AND l.connection = ? AND l.member = n.member
                            """,
                            now.toString(),
                            column(sent, it -> it.due().member()),
                            column(sent, it -> knownValues.write(it.known())),
                            column(sent, it -> Long.toString(it.due().resync())))
                    .update();
            countWritten(connection, sent.size(), now);
            forgetFailures(connection, sent);
            forgetDrift(connection, sent, " AND repairing");
        }
        done(connection, ended.stream().map(Settlement.Delivered::due).toList());
    }

    private void countWritten(ConnectionId connection, long records, Instant now) {
        statements
                .of(
                        connection,
                        """
                        UPDATE call_count SET written = written + ?
                        WHERE day = ?::date AND program = ? AND connection = ?
                        """,
                        records,
                        LocalDate.ofInstant(now, ZoneOffset.UTC).toString())
                .update();
    }

    private void forgetFailures(ConnectionId connection, List<? extends Settlement> sent) {
        statements
                .of(
                        connection,
                        """
                        DELETE FROM failure WHERE member = ANY (?)
                        AND program = ? AND connection = ?
                        """,
                        (Object) column(sent, it -> it.due().member()))
                .update();
    }

    /** Once everything was written again, or there is nothing more to compare with. */
    private void forgetDrift(
            ConnectionId connection, List<? extends Settlement> ended, String which) {
        statements
                .of(
                        connection,
                        "DELETE FROM drift WHERE member = ANY (?) AND program = ? AND connection = ?"
                                + which,
                        (Object) column(ended, it -> it.due().member()))
                .update();
    }

    /** What became urgent while it was under way, such as clearing, is due when that said. */
    private void retried(ConnectionId connection, List<Settlement.Retry> ended) {
        if (ended.isEmpty()) {
            return;
        }
        statements
                .of(
                        connection,
                        """
                        UPDATE pending p
                        SET due_at = n.due_at, attempts = p.attempts + 1, reason = n.reason
                        FROM unnest(?, ?::timestamptz[], ?, ?::bigint[])
                            AS n (member, due_at, reason, version)
                        WHERE (p.version = n.version OR p.lane <> 0) AND p.program = ? AND p.connection = ? AND p.member = n.member
                        """,
                        column(ended, it -> it.due().member()),
                        column(ended, it -> it.at().toString()),
                        column(ended, Settlement.Retry::reason),
                        column(ended, it -> Long.toString(it.due().version())))
                .update();
    }

    private void failed(ConnectionId connection, List<Settlement.Failed> ended, Instant now) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO failure
                            (program, connection, member, code, message, correlation, failed_at)
                        SELECT ?, ?, n.member, n.code, n.message, n.correlation, ?::timestamptz
                        FROM unnest(?, ?, ?, ?) AS n (member, code, message, correlation)
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET code = excluded.code, message = excluded.message,
                            correlation = excluded.correlation, failed_at = excluded.failed_at
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(now.toString())
                .param(column(ended, it -> it.due().member()))
                .param(column(ended, it -> it.refusal().code()))
                .param(column(ended, it -> it.refusal().message()))
                .param(column(ended, it -> it.refusal().correlation()))
                .update();
        statements
                .of(
                        connection,
                        """
                        UPDATE drift SET repairing = false
                        WHERE repairing AND member = ANY (?) AND program = ? AND connection = ?
                        """,
                        (Object) column(ended, it -> it.due().member()))
                .update();
        done(connection, ended.stream().map(Settlement.Failed::due).toList());
    }

    private void unlinked(ConnectionId connection, List<Settlement.Unlinked> ended) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO link AS l
                            (program, connection, member, retry_at, reason, resynced)
                        SELECT ?, ?, n.member, n.retry_at, n.reason, n.resync
                        FROM unnest(?, ?::timestamptz[], ?, ?::bigint[])
                            AS n (member, retry_at, reason, resync)
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET retry_at = excluded.retry_at, reason = excluded.reason,
                            resynced = greatest(l.resynced, excluded.resynced)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(column(ended, it -> it.due().member()))
                .param(column(ended, it -> it.retryAt().toString()))
                .param(column(ended, Settlement.Unlinked::reason))
                .param(column(ended, it -> Long.toString(it.due().resync())))
                .update();
        done(connection, ended.stream().map(Settlement.Unlinked::due).toList());
    }

    /** Due again at once, and without a contact. */
    private void lost(ConnectionId connection, List<Settlement.Lost> ended, Instant now) {
        if (ended.isEmpty()) {
            return;
        }
        String[] members = column(ended, it -> it.due().member());
        noteGone(connection, members, now);
        statements
                .of(
                        connection,
                        """
                        UPDATE link
                        SET contact = NULL, known = '{}', doubtful = true, retry_at = NULL,
                            made_at = NULL
                        WHERE member = ANY (?) AND program = ? AND connection = ?
                        """,
                        (Object) members)
                .update();
        statements
                .of(
                        connection,
                        """
                        UPDATE pending SET due_at = ?::timestamptz, attempts = attempts + 1
                        WHERE member = ANY (?) AND program = ? AND connection = ?
                        """,
                        now.toString(),
                        members)
                .update();
        forgetDrift(connection, ended, "");
    }

    /**
     * As if a webhook had told it, where something was taken in from the contact: not every CRM
     * tells what is gone, and until that is known the member's attributes come from no other one.
     */
    private void noteGone(ConnectionId connection, String[] members, Instant now) {
        statements
                .of(
                        connection,
                        """
                        INSERT INTO notice
                            (program, connection, notice, contact, kind, field, value, at,
                             received_at)
                        SELECT a.program, a.connection, 'lost-' || a.contact || '-' || n.at,
                               a.contact, 'GONE', '', '', n.at::timestamptz, n.at::timestamptz
                        FROM (VALUES (?)) AS n (at), link l
                        JOIN arrival a USING (program, connection, contact)
                        JOIN connection c USING (program, connection)
                        WHERE c.takes_in AND l.member = ANY (?) AND l.program = ? AND l.connection = ?
                        ON CONFLICT DO NOTHING
                        """,
                        now.toString(),
                        members)
                .update();
    }

    /** Everything is sent if something may be sent again: people may have changed it meanwhile. */
    private void withheld(ConnectionId connection, List<Settlement.Withheld> ended) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO link (program, connection, member, reason)
                        SELECT ?, ?, n.member, n.reason FROM unnest(?, ?) AS n (member, reason)
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET doubtful = true, retry_at = NULL, reason = excluded.reason
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(column(ended, it -> it.due().member()))
                .param(column(ended, Settlement.Withheld::reason))
                .update();
        forgetFailures(connection, ended);
        forgetDrift(connection, ended, "");
        done(connection, ended.stream().map(Settlement.Withheld::due).toList());
    }

    private void cleared(ConnectionId connection, List<Settlement.Cleared> ended, Instant now) {
        if (ended.isEmpty()) {
            return;
        }
        Set<String> members = forgetContacts(connection, ended);
        List<Settlement.Cleared> cleared =
                ended.stream().filter(it -> members.contains(it.due().member())).toList();
        countWritten(connection, cleared.stream().filter(it -> it.contact() != null).count(), now);
        forgetFailures(connection, cleared);
        forgetDrift(connection, cleared, "");
        done(connection, cleared.stream().map(Settlement.Cleared::due).toList());
    }

    /** Those that had come to have another contact keep it, and stay due. */
    private Set<String> forgetContacts(ConnectionId connection, List<Settlement.Cleared> ended) {
        return jdbc.sql(
                        """
                        INSERT INTO link AS l (program, connection, member, reason)
                        SELECT ?, ?, n.member, n.reason FROM unnest(?, ?) AS n (member, reason)
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET contact = NULL, known = '{}', doubtful = true, retry_at = NULL,
                            sent_at = NULL, made_at = NULL, reason = excluded.reason
                        WHERE l.contact IS NULL OR l.contact = ANY (?)
                        RETURNING member
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(column(ended, it -> it.due().member()))
                .param(column(ended, Settlement.Cleared::reason))
                .param(
                        ended.stream()
                                .map(Settlement.Cleared::contact)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                .query((row, _) -> row.getString("member"))
                .set();
    }

    /** Takes away what has not changed since; the rest stays due. */
    private void done(ConnectionId connection, List<Due> ended) {
        if (ended.isEmpty()) {
            return;
        }
        String[] members = column(ended, Due::member);
        long[] versions = ended.stream().mapToLong(Due::version).toArray();
        statements
                .of(
                        connection,
                        """
                        DELETE FROM pending p USING unnest(?, ?) AS n (member, version)
                        WHERE p.member = n.member AND p.version = n.version
                          AND p.program = ? AND p.connection = ?
                        """,
                        members,
                        versions)
                .update();
        statements
                .of(
                        connection,
                        """
                        UPDATE pending SET attempts = 0, reason = ''
                        WHERE member = ANY (?) AND attempts > 0 AND program = ? AND connection = ?
                        """,
                        (Object) members)
                .update();
    }
}
