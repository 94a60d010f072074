package dev.laurel.crm.inbound.jdbc;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what came in, by UTC day. */
@Repository
class InboundCounts {

    static final String HEARD = "heard";
    static final String ECHOES = "echoes";

    private final JdbcClient jdbc;

    InboundCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ConnectionId connection, String what, long count, Instant now) {
        if (count > 0) {
            jdbc.sql(
                            """
                            INSERT INTO inbound_count AS c (program, connection, day, what, count)
                            VALUES (?, ?, ?, ?, ?)
                            ON CONFLICT (program, connection, day, what) DO UPDATE
                            SET count = c.count + excluded.count
                            """)
                    .params(
                            connection.program(),
                            connection.name(),
                            LocalDate.ofInstant(now, ZoneOffset.UTC),
                            what,
                            count)
                    .update();
        }
    }
}
