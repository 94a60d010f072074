package dev.laurel.crm.inbound.jdbc;

import static java.util.stream.Collectors.toMap;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.inbound.Arrival.Subject;
import dev.laurel.crm.inbound.InboundStanding;
import dev.laurel.crm.inbound.InboundStanding.Aside;
import dev.laurel.crm.inbound.InboundStandings;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what is there. */
@Repository
class JdbcInboundStandings implements InboundStandings {

    private final JdbcClient jdbc;

    JdbcInboundStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public InboundStanding of(ConnectionId connection, LocalDate today) {
        Map<String, Long> counts =
                jdbc
                        .sql(
                                """
                                SELECT what, count FROM inbound_count
                                WHERE program = ? AND connection = ? AND day = ?
                                """)
                        .params(connection.program(), connection.name(), today)
                        .query((row, _) ->
                                new SimpleEntry<>(row.getString("what"), row.getLong("count")))
                        .list()
                        .stream()
                        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return jdbc.sql(
                        """
                        SELECT
                            (SELECT count(*) FROM notice n
                             WHERE n.program = c.program AND n.connection = c.connection
                               AND taken_at IS NULL AND c.takes_in) AS waiting,
                            (SELECT min(received_at) FROM notice n
                             WHERE n.program = c.program AND n.connection = c.connection
                               AND taken_at IS NULL AND c.takes_in) AS oldest,
                            (SELECT count(*) FROM set_aside s
                             WHERE s.program = c.program AND s.connection = c.connection) AS aside,
                            coalesce(
                                (SELECT reason FROM inbound_trouble t
                                 WHERE t.program = c.program AND t.connection = c.connection),
                                '') AS trouble
                        FROM connection c WHERE program = ? AND connection = ?
                        """)
                .params(connection.program(), connection.name())
                .query((row, _) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new InboundStanding(
                            row.getLong("waiting"),
                            oldest == null ? null : oldest.toInstant(),
                            row.getLong("aside"),
                            row.getString("trouble"),
                            new TreeMap<>(counts));
                })
                .single();
    }

    @Override
    public List<Aside> setAside(
            ConnectionId connection, String afterSubject, String afterId, int limit) {
        return jdbc.sql(
                        """
                        SELECT subject, id, contact, member, reason, since FROM set_aside
                        WHERE program = ? AND connection = ? AND (subject, id) > (?, ?)
                        ORDER BY subject, id LIMIT ?
                        """)
                .params(connection.program(), connection.name(), afterSubject, afterId, limit)
                .query((row, _) ->
                        new Aside(
                                Subject.valueOf(row.getString("subject")),
                                row.getString("id"),
                                row.getString("contact"),
                                row.getString("member"),
                                row.getString("reason"),
                                row.getTimestamp("since").toInstant()))
                .list();
    }
}
