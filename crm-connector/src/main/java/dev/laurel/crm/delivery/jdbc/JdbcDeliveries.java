package dev.laurel.crm.delivery.jdbc;

import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Due;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Link;
import dev.laurel.crm.delivery.Recent;
import dev.laurel.crm.delivery.Settlement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deliveries in PostgreSQL: a few statements per batch, however many members it has. */
@Repository
class JdbcDeliveries implements Deliveries {

    /** Members without a contact that are looked for again at once. */
    private static final int SOME = 1_000;

    private static final String WITH_CONTACT =
            """

              AND EXISTS (
                  SELECT FROM link l
                  WHERE l.program = p.program AND l.connection = p.connection
                    AND l.member = p.member AND l.contact IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final KnownValues knownValues;
    private final SettlementTable settlements;
    private final Overwriting overwriting;
    private final CallCounts callCounts;
    private final TransactionTemplate transaction;

    JdbcDeliveries(
            JdbcClient jdbc,
            KnownValues knownValues,
            SettlementTable settlements,
            Overwriting overwriting,
            CallCounts callCounts,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.knownValues = knownValues;
        this.settlements = settlements;
        this.overwriting = overwriting;
        this.callCounts = callCounts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Due> due(
            ConnectionId connection, Lane lane, Instant now, Collection<String> except, int limit) {
        return due(
                """
                SELECT member, lane, version, attempts, resyncs
                FROM pending JOIN connection USING (program, connection)
                WHERE program = ? AND connection = ? AND lane = ? AND NOT paused
                  AND due_at <= ?::timestamptz AND member <> ALL (?)
                ORDER BY due_at LIMIT ?
                """,
                connection,
                lane,
                now,
                except,
                limit);
    }

    @Override
    public List<Due> along(
            ConnectionId connection,
            Lane lane,
            boolean linked,
            Instant now,
            Collection<String> except,
            int limit) {
        return due(
                """
                SELECT member, lane, version, attempts, resyncs
                FROM pending p JOIN connection USING (program, connection)
                WHERE program = ? AND connection = ? AND lane = ? AND NOT paused
                  AND due_at <= ?::timestamptz AND member <> ALL (?) AND attempts = 0%s
                ORDER BY due_at LIMIT ?
                """
                        .formatted(linked ? WITH_CONTACT : ""),
                connection,
                lane,
                now,
                except,
                limit);
    }

    private List<Due> due(
            String sql,
            ConnectionId connection,
            Lane lane,
            Instant now,
            Collection<String> except,
            int limit) {
        return jdbc.sql(sql)
                .param(connection.program())
                .param(connection.name())
                .param(lane.code())
                .param(now.toString())
                .param(except.toArray(String[]::new))
                .param(limit)
                .query((row, _) ->
                        new Due(
                                row.getString("member"),
                                row.getLong("version"),
                                Lane.of(row.getInt("lane")),
                                row.getInt("attempts"),
                                row.getLong("resyncs")))
                .list();
    }

    @Override
    public boolean isPaused(ConnectionId connection) {
        return jdbc.sql("SELECT paused FROM connection WHERE program = ? AND connection = ?")
                .params(connection.program(), connection.name())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Override
    public Map<String, Link> links(ConnectionId connection, Collection<String> members) {
        return jdbc
                .sql(
                        """
                        SELECT member, contact, known, doubtful OR resynced < resyncs AS doubtful,
                               sent_at IS NOT NULL AS written,
                               CASE WHEN resynced = resyncs THEN retry_at END AS retry_at
                        FROM link JOIN connection USING (program, connection)
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(members.toArray(String[]::new))
                .query((row, _) -> {
                    Timestamp retryAt = row.getTimestamp("retry_at");
                    return new SimpleEntry<>(
                            row.getString("member"),
                            new Link(
                                    row.getString("contact"),
                                    knownValues.read(row.getString("known")),
                                    row.getBoolean("doubtful"),
                                    row.getBoolean("written"),
                                    retryAt == null ? null : retryAt.toInstant()));
                })
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * What is due of them is held until they are linked: who settles it waits, as the settlement of
     * a member who seemed to have no contact depends on that. Who notes changes does not wait.
     */
    @Override
    public Set<String> link(ConnectionId connection, Map<String, String> contacts) {
        SortedMap<String, String> ordered = new TreeMap<>(contacts);
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT program, connection, member FROM pending
                            WHERE program = ? AND connection = ? AND member = ANY (?)
                            ORDER BY member FOR KEY SHARE)
                        INSERT INTO link (program, connection, member, contact)
                        SELECT DISTINCT ON (n.contact) program, connection, member, n.contact
                        FROM unnest(?, ?) AS n (member, contact) JOIN due USING (member)
                        WHERE NOT EXISTS (
                            SELECT FROM link o
                            WHERE o.program = due.program AND o.connection = due.connection
                              AND o.contact = n.contact AND o.member <> n.member)
                        ORDER BY n.contact, member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET contact = excluded.contact, known = '{}', doubtful = true,
                            retry_at = NULL, reason = ''
                        RETURNING member
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(ordered.keySet().toArray(String[]::new))
                .param(ordered.keySet().toArray(String[]::new))
                .param(ordered.values().toArray(String[]::new))
                .query((row, _) -> row.getString("member"))
                .set();
    }

    @Override
    public Set<String> beginMaking(
            ConnectionId connection, Collection<String> members, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO link AS l (program, connection, member, sent_at, made_at)
                        SELECT program, connection, member, n.now, n.now
                        FROM pending, (VALUES (?::timestamptz)) AS n (now)
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                        ORDER BY member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET sent_at = excluded.sent_at, made_at = excluded.made_at
                        WHERE l.contact IS NULL AND (l.sent_at IS NULL OR l.made_at IS NOT NULL)
                        RETURNING member
                        """)
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(members.toArray(String[]::new))
                .query((row, _) -> row.getString("member"))
                .set();
    }

    @Override
    public Map<String, String> holders(ConnectionId connection, Collection<String> contacts) {
        return jdbc
                .sql(
                        """
                        SELECT contact, member FROM link
                        WHERE program = ? AND connection = ? AND contact = ANY (?)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(contacts.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("contact"), row.getString("member")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void overwrite(ConnectionId connection, Collection<String> members, Instant now) {
        SortedMap<String, Lane> urgent = new TreeMap<>();
        members.forEach(it -> urgent.put(it, Lane.URGENT));
        transaction.executeWithoutResult(_ -> overwriting.of(connection, urgent, now));
    }

    @Override
    public void doubt(ConnectionId connection, Collection<String> members, Instant now) {
        jdbc.sql(
                        """
                        UPDATE link SET doubtful = true, sent_at = coalesce(sent_at, ?::timestamptz)
                        WHERE program = ? AND connection = ? AND member = ANY (?)
                          AND (NOT doubtful OR sent_at IS NULL)
                        """)
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(members.toArray(String[]::new))
                .update();
    }

    @Override
    public void settle(ConnectionId connection, List<Settlement> ended, Instant now) {
        transaction.executeWithoutResult(_ -> settlements.write(connection, ended, now));
    }

    @Override
    public long countCall(
            ConnectionId connection, LocalDate day, Duration window, int weight, Instant now) {
        return callCounts.count(connection, day, window, weight, now);
    }

    @Override
    public long calls(ConnectionId connection, LocalDate day) {
        return callCounts.of(connection, day);
    }

    @Override
    public Recent recent(ConnectionId connection, Duration window) {
        return callCounts.recent(connection, window);
    }

    @Override
    public void fill(ConnectionId connection, Instant now) {
        transaction.executeWithoutResult(_ -> {
            int first =
                    jdbc.sql(
                                    """
                                    UPDATE connection SET filled = true
                                    WHERE program = ? AND connection = ? AND NOT filled
                                    """)
                            .params(connection.program(), connection.name())
                            .update();
            if (first == 1) {
                mark(connection, now);
            }
        });
    }

    @Override
    public void lookAgain(ConnectionId connection, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO pending (program, connection, member, lane, since, due_at)
                        SELECT program, connection, member, ?, ?::timestamptz, ?::timestamptz
                        FROM (
                            SELECT program, connection, member FROM link
                            WHERE program = ? AND connection = ? AND contact IS NULL
                              AND retry_at <= ?::timestamptz
                            ORDER BY retry_at LIMIT ?) AS l
                        ORDER BY member
                        ON CONFLICT (program, connection, member) DO NOTHING
                        """)
                .param(Lane.BULK.code())
                .param(now.toString())
                .param(now.toString())
                .param(connection.program())
                .param(connection.name())
                .param(now.toString())
                .param(SOME)
                .update();
    }

    /**
     * That everything is to be sent again is counted, and the links say up to which count it was:
     * what is under way was begun with the count before, and can't take the new one away.
     */
    @Override
    public long markAll(ConnectionId connection, boolean whole, Instant now) {
        Long marked =
                transaction.execute(_ -> {
                    if (whole) {
                        jdbc.sql(
                                        """
                                        UPDATE connection SET resyncs = resyncs + 1
                                        WHERE program = ? AND connection = ?
                                        """)
                                .params(connection.program(), connection.name())
                                .update();
                    }
                    return mark(connection, now);
                });
        return marked == null ? 0 : marked;
    }

    private long mark(ConnectionId connection, Instant now) {
        return jdbc.sql(
                        """
                        INSERT INTO pending AS p (program, connection, member, lane, since, due_at)
                        SELECT program, ?, member, ?, ?::timestamptz, ?::timestamptz
                        FROM profile WHERE program = ? ORDER BY member
                        ON CONFLICT (program, connection, member) DO UPDATE
                        SET version = p.version + 1
                        """)
                .param(connection.name())
                .param(Lane.BULK.code())
                .param(now.toString())
                .param(now.toString())
                .param(connection.program())
                .update();
    }
}
