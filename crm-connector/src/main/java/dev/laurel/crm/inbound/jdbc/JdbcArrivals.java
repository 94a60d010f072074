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
    private final LookAgain lookAgain;
    private final TransactionTemplate transaction;

    JdbcArrivals(
            JdbcClient jdbc,
            InboundCounts counts,
            LookAgain lookAgain,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.lookAgain = lookAgain;
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
                include(connection, withheld.subject(), withheld.id());
                if (withheld.subject() == Arrival.Subject.CONTACT) {
                    forget(connection, withheld.contact());
                    forgetPurchases(connection, withheld.contact());
                }
                return "withheld";
            }
            case Arrival.SetAside aside -> {
                setAside(connection, aside, now);
                return "setAside";
            }
            case Arrival.Unassigned(Arrival.SetAside aside) -> {
                release(connection, aside.contact());
                setAside(connection, aside, now);
                return "setAside";
            }
            case Arrival.Claimed claimed -> {
                setAside(connection, Arrival.SetAside.another(claimed.contact()), now);
                release(connection, claimed.contact());
                readAgain(connection, claimed.holder(), now);
                return "setAside";
            }
            case Arrival.Gone gone -> {
                remember(connection, gone, now);
                forget(connection, gone.contact());
                readPurchasesAgain(connection, gone.contact());
                return "gone";
            }
            case Arrival.Forgotten forgotten -> {
                setErasureAside(connection, forgotten.contact(), now);
                return "setAside";
            }
            case Arrival.Missing missing -> {
                include(connection, missing.subject(), missing.id());
                return "gone";
            }
        }
    }

    /** The member's attributes come from this contact now, and from no other. */
    private void know(ConnectionId connection, Arrival.Known known) {
        jdbc.sql(
                        """
                        DELETE FROM arrival
                        WHERE program = ? AND connection = ? AND member = ? AND contact <> ?
                        """)
                .params(connection.program(), connection.name(), known.member(), known.contact())
                .update();
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
        if (aside.unlinked()) {
            noteLinkedMeanwhile(connection, aside.contact());
        }
    }

    /** Or else nobody would: whoever linked it found nothing set aside. */
    private void noteLinkedMeanwhile(ConnectionId connection, String contact) {
        jdbc.sql(
                        """
                        INSERT INTO newly_known (program, connection, contact)
                        SELECT program, connection, contact FROM link
                        WHERE program = ? AND connection = ? AND contact = ?
                        """)
                .params(connection.program(), connection.name(), contact)
                .update();
    }

    /** With the member, as long as anything says whose the contact is or was. */
    private void setErasureAside(ConnectionId connection, String contact, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO set_aside AS s
                            (program, connection, subject, id, contact, member, unlinked, reason,
                             since)
                        SELECT c.program, c.connection, 'ERASURE', c.contact, c.contact, w.member,
                               false, ?, ?::timestamptz
                        FROM (VALUES (?, ?, ?)) AS c (program, connection, contact),
                        LATERAL (SELECT coalesce(
                            (SELECT member FROM link l
                             WHERE l.program = c.program AND l.connection = c.connection
                               AND l.contact = c.contact),
                            (SELECT member FROM arrival a
                             WHERE a.program = c.program AND a.connection = c.connection
                               AND a.contact = c.contact),
                            (SELECT member FROM former_contact f
                             WHERE f.program = c.program AND f.connection = c.connection
                               AND f.contact = c.contact)) AS member) AS w
                        WHERE NOT EXISTS (
                            SELECT FROM erasure e
                            WHERE e.program = c.program AND e.member = w.member)
                        ON CONFLICT (program, connection, subject, id) DO UPDATE
                        SET member = coalesce(s.member, excluded.member)
                        """)
                .params(
                        "The CRM was asked to forget the contact: the member may have to be erased here.",
                        now.toString(),
                        connection.program(),
                        connection.name(),
                        contact)
                .update();
    }

    private void include(ConnectionId connection, Arrival.Subject subject, String id) {
        dismiss(connection, subject, id);
    }

    @Override
    public boolean dismiss(ConnectionId connection, Arrival.Subject subject, String id) {
        return jdbc.sql(
                                """
                                DELETE FROM set_aside
                                WHERE program = ? AND connection = ? AND subject = ? AND id = ?
                                """)
                        .params(connection.program(), connection.name(), subject.name(), id)
                        .update()
                == 1;
    }

    private void remember(ConnectionId connection, Arrival.Gone gone, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO former_contact (program, connection, contact, member, gone_at)
                        SELECT program, connection, contact, member, ?::timestamptz FROM (
                            SELECT program, connection, contact, member, 1 AS place FROM link
                            UNION ALL
                            SELECT program, connection, contact, member, 2 FROM arrival) AS k
                        WHERE program = ? AND connection = ? AND contact = ?
                          AND NOT EXISTS (
                              SELECT FROM erasure e
                              WHERE e.program = k.program AND e.member = k.member)
                        ORDER BY place LIMIT 1
                        ON CONFLICT (program, connection, contact) DO UPDATE
                        SET member = excluded.member, gone_at = excluded.gone_at
                        """)
                .params(now.toString(), connection.program(), connection.name(), gone.contact())
                .update();
    }

    @Override
    public void forgetFormer(Instant before) {
        jdbc.sql("DELETE FROM former_contact WHERE gone_at < ?::timestamptz")
                .param(before.toString())
                .update();
    }

    /**
     * The member that the contact was taken in for may be taken in from another one: whatever names
     * that member would otherwise have this one read again without an end, and never be taken in.
     */
    private void release(ConnectionId connection, String contact) {
        jdbc.sql("DELETE FROM arrival WHERE program = ? AND connection = ? AND contact = ?")
                .params(connection.program(), connection.name(), contact)
                .update();
    }

    private void readAgain(ConnectionId connection, String contact, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO notice
                            (program, connection, notice, contact, kind, field, value, at,
                             received_at)
                        SELECT ?, ?, 'holder-' || n.contact || '-' || n.at, n.contact, 'CHANGED',
                               '', '', n.at::timestamptz, n.at::timestamptz
                        FROM (VALUES (?, ?)) AS n (contact, at)
                        ON CONFLICT DO NOTHING
                        """)
                .params(connection.program(), connection.name(), contact, now.toString())
                .update();
    }

    private void forget(ConnectionId connection, String contact) {
        release(connection, contact);
        forgetAside(connection, contact, "CONTACT", "CHANGE");
    }

    private void forgetAside(ConnectionId connection, String contact, String... subjects) {
        jdbc.sql(
                        """
                        DELETE FROM set_aside
                        WHERE program = ? AND connection = ? AND contact = ? AND subject = ANY (?)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(contact)
                .param(subjects)
                .update();
    }

    /** Its own; those of others as well are read again, as they may be theirs alone now. */
    private void forgetPurchases(ConnectionId connection, String contact) {
        jdbc.sql(
                        """
                        DELETE FROM set_aside
                        WHERE program = ? AND connection = ? AND contact = ?
                          AND subject = 'PURCHASE' AND reason <> ?
                        """)
                .params(
                        connection.program(),
                        connection.name(),
                        contact,
                        Arrival.SetAside.OF_SEVERAL)
                .update();
        readPurchasesAgain(connection, contact);
    }

    /** A contact that was merged into another is gone, and what it bought is now the other's. */
    private void readPurchasesAgain(ConnectionId connection, String contact) {
        jdbc.sql(
                        """
                        UPDATE set_aside SET again = true
                        WHERE program = ? AND connection = ? AND contact = ?
                          AND subject = 'PURCHASE'
                        """)
                .params(connection.program(), connection.name(), contact)
                .update();
    }

    @Override
    public void lookAtNewlyKnown(ConnectionId connection, Instant now) {
        transaction.executeWithoutResult(_ -> {
            List<String> contacts =
                    jdbc.sql(
                                    """
                                    DELETE FROM newly_known WHERE program = ? AND connection = ?
                                    RETURNING contact
                                    """)
                            .params(connection.program(), connection.name())
                            .query((row, _) -> row.getString("contact"))
                            .list();
            if (!contacts.isEmpty()) {
                lookAgain.at(connection, contacts, now);
            }
        });
    }

    @Override
    public void lookAtKnown(ConnectionId connection, Instant now) {
        transaction.executeWithoutResult(_ -> lookAgain.atKnown(connection, now));
    }

    @Override
    public int lookAtAll(ConnectionId connection, Instant now) {
        return Objects.requireNonNull(transaction.execute(_ -> lookAgain.atAll(connection, now)));
    }

    @Override
    public List<Aside> again(ConnectionId connection, int limit) {
        return jdbc.sql(
                        """
                        SELECT id, contact FROM set_aside
                        WHERE program = ? AND connection = ? AND again ORDER BY id LIMIT ?
                        """)
                .params(connection.program(), connection.name(), limit)
                .query((row, _) -> new Aside(row.getString("id"), row.getString("contact")))
                .list();
    }

    @Override
    public void looked(ConnectionId connection, Collection<String> purchases) {
        jdbc.sql(
                        """
                        UPDATE set_aside SET again = false
                        WHERE program = ? AND connection = ? AND again AND id = ANY (?)
                        """)
                .param(connection.program())
                .param(connection.name())
                .param(purchases.toArray(String[]::new))
                .update();
    }

    @Override
    public void stop(ConnectionId connection) {
        for (String table : List.of("inbound_trouble", "newly_known")) {
            jdbc.sql("DELETE FROM %s WHERE program = ? AND connection = ?".formatted(table))
                    .params(connection.program(), connection.name())
                    .update();
        }
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
                            INSERT INTO inbound_trouble (program, connection, reason, at, since)
                            SELECT program, connection, ?, now.at, now.at
                            FROM connection, (VALUES (?::timestamptz)) AS now (at)
                            WHERE program = ? AND connection = ? AND takes_in
                            ON CONFLICT (program, connection) DO UPDATE
                            SET reason = excluded.reason, at = excluded.at
                            """)
                    .params(reason, now.toString(), connection.program(), connection.name())
                    .update();
        }
    }
}
