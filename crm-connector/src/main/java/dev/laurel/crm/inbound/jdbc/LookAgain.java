package dev.laurel.crm.inbound.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Has what is set aside looked at again: contacts by notices of our own, changes by their own
 * notices, and purchases by marking them to be read by their ids. Within the caller's transaction.
 */
@Repository
class LookAgain {

    private static final String ALL = "s.subject <> 'ERASURE'";
    private static final String OF_CONTACTS = "s.unlinked AND s.contact = ANY (?)";
    private static final String OF_KNOWN =
            """
            s.unlinked AND (
                EXISTS (
                    SELECT FROM link l
                    WHERE l.program = s.program AND l.connection = s.connection
                      AND l.contact = s.contact)
                OR s.subject <> 'CONTACT' AND EXISTS (
                    SELECT FROM arrival a
                    WHERE a.program = s.program AND a.connection = s.connection
                      AND a.contact = s.contact))
            """;

    private final JdbcClient jdbc;

    LookAgain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What lacked a member, of these contacts. */
    void at(ConnectionId connection, Collection<String> contacts, Instant now) {
        again(connection, OF_CONTACTS, List.of((Object) contacts.toArray(String[]::new)), now);
    }

    /** What lacked a member, of contacts that have one. */
    void atKnown(ConnectionId connection, Instant now) {
        again(connection, OF_KNOWN, List.of(), now);
    }

    /**
     * Everything but requests to be forgotten.
     *
     * @return how many contacts are read again
     */
    int atAll(ConnectionId connection, Instant now) {
        return again(connection, ALL, List.of(), now);
    }

    private int again(ConnectionId connection, String which, List<?> values, Instant now) {
        jdbc.sql(
                        """
                        UPDATE set_aside s SET again = true
                        WHERE program = ? AND connection = ? AND subject = 'PURCHASE'
                          AND NOT again AND (%s)
                        """
                                .formatted(which))
                .param(connection.program())
                .param(connection.name())
                .params(values)
                .update();
        return jdbc.sql(
                        """
                        WITH again AS (
                            DELETE FROM set_aside s
                            WHERE program = ? AND connection = ?
                              AND subject IN ('CONTACT', 'CHANGE') AND (%s)
                            RETURNING subject, id, contact),
                        told AS (
                            UPDATE notice n SET taken_at = NULL
                            FROM again a
                            WHERE n.program = ? AND n.connection = ?
                              AND n.notice = a.id AND a.subject = 'CHANGE')
                        INSERT INTO notice
                            (program, connection, notice, contact, kind, field, value, at,
                             received_at)
                        SELECT DISTINCT ?, ?, 'again-' || contact || '-' || ?::text, contact,
                               'CHANGED', '', '', ?::timestamptz, ?::timestamptz
                        FROM again
                        ON CONFLICT DO NOTHING
                        """
                                .formatted(which))
                .param(connection.program())
                .param(connection.name())
                .params(values)
                .param(connection.program())
                .param(connection.name())
                .param(connection.program())
                .param(connection.name())
                .param(now.toString())
                .param(now.toString())
                .param(now.toString())
                .update();
    }
}
