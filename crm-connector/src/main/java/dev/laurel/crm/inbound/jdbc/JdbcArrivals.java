package dev.laurel.crm.inbound.jdbc;

import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.inbound.Arrival;
import dev.laurel.crm.inbound.Arrivals;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Arrivals in PostgreSQL. */
@Repository
class JdbcArrivals implements Arrivals {

    private final JdbcClient jdbc;
    private final InboundCounts counts;
    private final TransactionTemplate transaction;

    JdbcArrivals(JdbcClient jdbc, InboundCounts counts, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Map<String, String> linked(ConnectionId connection, Collection<String> contacts) {
        return pairs(
                "SELECT contact AS key, member AS value FROM link",
                "contact",
                connection,
                contacts);
    }

    @Override
    public Map<String, String> contactsOf(ConnectionId connection, Collection<String> members) {
        return pairs(
                "SELECT member AS key, contact AS value FROM arrival",
                "member",
                connection,
                members);
    }

    private Map<String, String> pairs(
            String select, String column, ConnectionId connection, Collection<String> wanted) {
        return jdbc
                .sql(select + " WHERE program = ? AND connection = ? AND " + column + " = ANY (?)")
                .param(connection.program())
                .param(connection.name())
                .param(wanted.toArray(String[]::new))
                .query((row, _) -> new SimpleEntry<>(row.getString("key"), row.getString("value")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Map<String, Before> before(ConnectionId connection, Collection<String> contacts) {
        return jdbc
                .sql(
                        """
                        SELECT contact, member, digest FROM arrival
                        WHERE program = ? AND connection = ? AND contact = ANY (?)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(contacts.toArray(String[]::new))
                .query((row, _) ->
                        new SimpleEntry<>(
                                row.getString("contact"),
                                new Before(row.getString("member"), row.getString("digest"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void settle(ConnectionId connection, List<Arrival> arrivals, Instant now) {
        transaction.executeWithoutResult(_ -> {
            Map<String, Long> counted = new TreeMap<>();
            for (Arrival arrival : arrivals) {
                counted.merge(settle(connection, arrival, now), 1L, Long::sum);
            }
            counted.forEach((what, count) -> counts.add(connection, what, count, now));
        });
    }

    /** Books one, and says what it counts as. */
    private String settle(ConnectionId connection, Arrival arrival, Instant now) {
        switch (arrival) {
            case Arrival.Known known -> {
                if (known.isNews()) {
                    know(connection, known);
                }
                include(connection, Arrival.Subject.CONTACT, known.contact());
                return known.isNews() ? "taken" : "unchanged";
            }
            case Arrival.Posted posted -> {
                if (posted.subject() == Arrival.Subject.PURCHASE) {
                    remember(connection, posted.id());
                }
                include(connection, posted.subject(), posted.id());
                return "events";
            }
            case Arrival.Withheld withheld -> {
                forget(connection, withheld.contact());
                return "withheld";
            }
            case Arrival.SetAside aside -> {
                setAside(connection, aside, now);
                return "setAside";
            }
            case Arrival.Gone gone -> {
                forget(connection, gone.contact());
                return "gone";
            }
        }
    }

    private void know(ConnectionId connection, Arrival.Known known) {
        jdbc.sql(
                        """
                        INSERT INTO arrival (program, connection, contact, member, digest)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (program, connection, contact) DO UPDATE
                        SET member = excluded.member, digest = excluded.digest
                        """)
                .params(
                        connection.program(),
                        connection.name(),
                        known.contact(),
                        known.member(),
                        known.digest())
                .update();
    }

    private void remember(ConnectionId connection, String purchase) {
        jdbc.sql(
                        """
                        INSERT INTO purchase (program, connection, purchase) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(connection.program(), connection.name(), purchase)
                .update();
    }

    @Override
    public Set<String> posted(ConnectionId connection, Collection<String> purchases) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT purchase FROM purchase
                                WHERE program = ? AND connection = ? AND purchase = ANY (?)
                                """)
                        .param(connection.program())
                        .param(connection.name())
                        .param(purchases.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    private void setAside(ConnectionId connection, Arrival.SetAside aside, Instant now) {
        Instant modified = aside.modified();
        jdbc.sql(
                        """
                        INSERT INTO set_aside
                            (program, connection, subject, id, contact, unlinked, reason, since,
                             modified)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
                        ON CONFLICT (program, connection, subject, id) DO UPDATE
                        SET contact = excluded.contact, unlinked = excluded.unlinked,
                            reason = excluded.reason, modified = excluded.modified
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(aside.subject().name())
                .param(aside.id())
                .param(aside.contact())
                .param(aside.unlinked())
                .param(aside.reason())
                .param(now.toString())
                .param(modified == null ? null : modified.toString())
                .update();
    }

    private void include(ConnectionId connection, Arrival.Subject subject, String id) {
        jdbc.sql(
                        """
                        DELETE FROM set_aside
                        WHERE program = ? AND connection = ? AND subject = ? AND id = ?
                        """)
                .params(connection.program(), connection.name(), subject.name(), id)
                .update();
    }

    private void forget(ConnectionId connection, String contact) {
        for (String table : List.of("arrival", "set_aside")) {
            jdbc.sql(
                            "DELETE FROM %s WHERE program = ? AND connection = ? AND contact = ?"
                                    .formatted(table))
                    .params(connection.program(), connection.name(), contact)
                    .update();
        }
    }

    /** By notices of our own, and by those again that events are to be made of. */
    @Override
    public int lookAgain(ConnectionId connection, boolean all, Instant now) {
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    lookAgainForPurchases(connection, all);
                    int contacts =
                            jdbc.sql(
                                            """
                                            WITH again AS (
                                                DELETE FROM set_aside s
                                                WHERE program = ? AND connection = ?
                                                  AND subject <> 'PURCHASE'
                                                  AND (? OR unlinked AND EXISTS (
                                                      SELECT FROM link l
                                                      WHERE l.program = s.program
                                                        AND l.connection = s.connection
                                                        AND l.contact = s.contact))
                                                RETURNING subject, id, contact),
                                            told AS (
                                                UPDATE notice n SET taken_at = NULL
                                                FROM again a
                                                WHERE n.program = ? AND n.connection = ?
                                                  AND n.notice = a.id AND a.subject = 'CHANGE')
                                            INSERT INTO notice
                                                (program, connection, notice, contact, kind, field,
                                                 value, at, received_at)
                                            SELECT DISTINCT ?, ?,
                                                   'again-' || contact || '-' || ?::text, contact,
                                                   'CHANGED', '', '', ?::timestamptz,
                                                   ?::timestamptz
                                            FROM again
                                            ON CONFLICT DO NOTHING
                                            """)
                                    .param(connection.program())
                                    .param(connection.name())
                                    .param(all)
                                    .param(connection.program())
                                    .param(connection.name())
                                    .param(connection.program())
                                    .param(connection.name())
                                    .param(now.toString())
                                    .param(now.toString())
                                    .param(now.toString())
                                    .update();
                    return contacts;
                }));
    }

    /**
     * The next import begins before the first of them; one that is running has its own beginning.
     */
    private void lookAgainForPurchases(ConnectionId connection, boolean all) {
        jdbc.sql(
                        """
                        WITH run AS (
                            SELECT program, connection FROM import_run
                            WHERE program = ? AND connection = ? AND state <> 'RUNNING'
                            FOR UPDATE),
                        again AS (
                            DELETE FROM set_aside s USING run r
                            WHERE s.program = r.program AND s.connection = r.connection
                              AND s.subject = 'PURCHASE'
                              AND (? OR unlinked AND (
                                  EXISTS (
                                      SELECT FROM link l
                                      WHERE l.program = s.program
                                        AND l.connection = s.connection
                                        AND l.contact = s.contact)
                                  OR EXISTS (
                                      SELECT FROM arrival a
                                      WHERE a.program = s.program
                                        AND a.connection = s.connection
                                        AND a.contact = s.contact)))
                            RETURNING s.modified)
                        UPDATE import_run i
                        SET purchases_seen =
                            least(purchases_seen, (SELECT min(modified) FROM again))
                        FROM run r
                        WHERE i.program = r.program AND i.connection = r.connection
                          AND EXISTS (SELECT FROM again)
                        """)
                .params(connection.program(), connection.name(), all)
                .update();
    }

    @Override
    public void trouble(ConnectionId connection, String reason, Instant now) {
        if (reason.isEmpty()) {
            jdbc.sql("DELETE FROM inbound_trouble WHERE program = ? AND connection = ?")
                    .params(connection.program(), connection.name())
                    .update();
        } else {
            jdbc.sql(
                            """
                            INSERT INTO inbound_trouble (program, connection, reason, at)
                            SELECT program, connection, ?, ?::timestamptz FROM connection
                            WHERE program = ? AND connection = ?
                            ON CONFLICT (program, connection) DO UPDATE
                            SET reason = excluded.reason, at = excluded.at
                            """)
                    .params(reason, now.toString(), connection.program(), connection.name())
                    .update();
        }
    }
}
