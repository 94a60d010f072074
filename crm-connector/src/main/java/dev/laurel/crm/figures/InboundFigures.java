package dev.laurel.crm.figures;

import dev.laurel.crm.inbound.Arrival.Subject;
import dev.laurel.figures.Figure;
import dev.laurel.figures.FigureSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What comes in from CRMs, by program and connection. All instances say the same.
 *
 * <ul>
 *   <li>{@code laurel.crm.inbound.trouble.age}: for how many seconds nothing could be taken in, 0
 *       when it can
 *   <li>{@code laurel.crm.set.aside}: what waits for somebody, by {@code subject}; what only lacks
 *       a member is not counted
 * </ul>
 */
@Component
class InboundFigures implements FigureSource {

    private final JdbcClient jdbc;
    private final Clock clock;

    InboundFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Figure> read() {
        return Stream.concat(trouble(clock.instant()), setAside()).toList();
    }

    private Stream<Figure> trouble(Instant now) {
        return jdbc
                .sql(
                        """
                        SELECT c.program, c.connection, coalesce(t.since, t.at) AS since
                        FROM connection c LEFT JOIN inbound_trouble t USING (program, connection)
                        """)
                .query((row, _) -> {
                    var since = row.getTimestamp("since");
                    double age =
                            since == null
                                    ? 0
                                    : Duration.between(since.toInstant(), now).toMillis() / 1e3;
                    return new Figure(
                            "laurel.crm.inbound.trouble.age", tags(row), Math.max(0, age));
                })
                .list()
                .stream();
    }

    private Stream<Figure> setAside() {
        return jdbc
                .sql(
                        """
                        SELECT c.program, c.connection, k.subject, count(s.id) AS records
                        FROM connection c CROSS JOIN unnest(?) AS k (subject)
                        LEFT JOIN set_aside s ON s.program = c.program
                            AND s.connection = c.connection AND s.subject = k.subject
                            AND NOT s.unlinked
                        GROUP BY c.program, c.connection, k.subject
                        """)
                .param(Arrays.stream(Subject.values()).map(Subject::name).toArray(String[]::new))
                .query((row, _) -> {
                    Map<String, String> tags = new HashMap<>(tags(row));
                    tags.put("subject", row.getString("subject").toLowerCase(Locale.ROOT));
                    return new Figure("laurel.crm.set.aside", tags, row.getDouble("records"));
                })
                .list()
                .stream();
    }

    private static Map<String, String> tags(ResultSet row) throws SQLException {
        return Map.of(
                "program", row.getString("program"), "connection", row.getString("connection"));
    }
}
