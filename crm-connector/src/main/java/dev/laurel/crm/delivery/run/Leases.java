package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Condition;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says which instance runs a connection: one at a time, until its lease ends. */
@Repository
class Leases {

    private final JdbcClient jdbc;
    private final Duration length;
    private final Clock clock;
    private final String driver;

    Leases(JdbcClient jdbc, Tenure tenure, Clock clock) {
        this.jdbc = jdbc;
        this.length = tenure.lease();
        this.clock = clock;
        byte[] name = new byte[12];
        new SecureRandom().nextBytes(name);
        this.driver = HexFormat.of().formatHex(name);
    }

    /** Takes the lease, or takes it for longer, and notes how the connection is. */
    boolean take(ConnectionId connection, Condition condition) {
        Instant now = clock.instant();
        return jdbc.sql(
                                """
                                INSERT INTO connection_run AS r
                                    (program, connection, driver, leased_until, state, reason, until)
                                SELECT program, connection, ?, ?::timestamptz, ?, ?, ?::timestamptz
                                FROM connection WHERE program = ? AND connection = ?
                                ON CONFLICT (program, connection) DO UPDATE
                                SET driver = excluded.driver, leased_until = excluded.leased_until,
                                    state = excluded.state, reason = excluded.reason,
                                    until = excluded.until
                                WHERE r.driver = excluded.driver OR r.leased_until < ?::timestamptz
                                """)
                        .param(driver)
                        .param(now.plus(length).toString())
                        .param(condition.state().name())
                        .param(condition.reason())
                        .param(condition.until().toString())
                        .param(connection.program())
                        .param(connection.name())
                        .param(now.toString())
                        .update()
                == 1;
    }

    void giveBack(ConnectionId connection) {
        jdbc.sql(
                        """
                        UPDATE connection_run SET leased_until = 'epoch'
                        WHERE program = ? AND connection = ? AND driver = ?
                        """)
                .params(connection.program(), connection.name(), driver)
                .update();
    }
}
