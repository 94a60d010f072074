package dev.laurel.crm.figures;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Backlog, quota and refusals by program and connection. All instances say the same.
 *
 * <ul>
 *   <li>{@code laurel.crm.pending}: members with changes that the CRM does not know, by {@code
 *       lane}; {@code laurel.crm.pending.age}: for how long the oldest of them has waited, in
 *       seconds
 *   <li>{@code laurel.crm.calls} of this UTC day, and {@code laurel.crm.quota}, as many as there
 *       may be
 *   <li>{@code laurel.crm.failures}: members whose data the CRM does not take
 *   <li>{@code laurel.crm.paused}: 1 where somebody paused the connection
 * </ul>
 */
@Component
class DeliveryFigures implements FigureSource {

    private final JdbcClient jdbc;
    private final Connections connections;
    private final Clock clock;

    DeliveryFigures(JdbcClient jdbc, Connections connections, Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.clock = clock;
    }

    @Override
    public List<Figure> read() {
        Instant now = clock.instant();
        return Stream.of(pending(), ages(now), standing(now), failures())
                .flatMap(it -> it)
                .toList();
    }

    private Stream<Figure> pending() {
        return jdbc
                .sql(
                        """
                        SELECT c.program, c.connection, l.lane, count(p.member) AS members
                        FROM connection c CROSS JOIN (VALUES (0), (1), (2)) AS l (lane)
                        LEFT JOIN pending p ON p.program = c.program
                            AND p.connection = c.connection AND p.lane = l.lane
                        GROUP BY c.program, c.connection, l.lane
                        """)
                .query((row, _) -> {
                    Map<String, String> tags = new HashMap<>(tags(row));
                    tags.put("lane", Lane.of(row.getInt("lane")).name().toLowerCase(Locale.ROOT));
                    return new Figure("laurel.crm.pending", tags, row.getDouble("members"));
                })
                .list()
                .stream();
    }

    private Stream<Figure> ages(Instant now) {
        return jdbc
                .sql(
                        """
                        SELECT c.program, c.connection, min(since) AS oldest
                        FROM connection c LEFT JOIN pending USING (program, connection)
                        GROUP BY c.program, c.connection
                        """)
                .query((row, _) -> {
                    var oldest = row.getTimestamp("oldest");
                    double age =
                            oldest == null
                                    ? 0
                                    : Duration.between(oldest.toInstant(), now).toMillis() / 1e3;
                    return new Figure("laurel.crm.pending.age", tags(row), Math.max(0, age));
                })
                .list()
                .stream();
    }

    private Stream<Figure> standing(Instant now) {
        Map<Map<String, String>, Double> calls = new HashMap<>();
        jdbc.sql("SELECT program, connection, calls FROM call_count WHERE day = ?")
                .param(LocalDate.ofInstant(now, ZoneOffset.UTC))
                .query(row -> {
                    calls.put(tags(row), row.getDouble("calls"));
                });
        return connections.all().stream().flatMap(connection -> standing(connection, calls));
    }

    private static Stream<Figure> standing(
            Connection connection, Map<Map<String, String>, Double> calls) {
        Map<String, String> tags =
                Map.of("program", connection.id().program(), "connection", connection.id().name());
        return Stream.of(
                new Figure("laurel.crm.calls", tags, calls.getOrDefault(tags, 0.0)),
                new Figure("laurel.crm.quota", tags, connection.quota().callsPerDay()),
                new Figure("laurel.crm.paused", tags, connection.paused() ? 1 : 0));
    }

    private Stream<Figure> failures() {
        return jdbc
                .sql(
                        """
                        SELECT c.program, c.connection, count(f.member) AS members
                        FROM connection c LEFT JOIN failure f USING (program, connection)
                        GROUP BY c.program, c.connection
                        """)
                .query((row, _) ->
                        new Figure("laurel.crm.failures", tags(row), row.getDouble("members")))
                .list()
                .stream();
    }

    private static Map<String, String> tags(ResultSet row) throws SQLException {
        return Map.of(
                "program", row.getString("program"), "connection", row.getString("connection"));
    }
}
