package dev.laurel.rules.journal.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.intake.Received;
import dev.laurel.rules.journal.Decisions;
import dev.laurel.rules.journal.StoredDecision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DecisionTable implements Decisions {

    private static final String ADD =
            """
            INSERT INTO decision
                (program, event_source, event_id, member, id, event_time, outcome, version, body)
            SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    DecisionTable(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /**
     * Adds decisions with one statement.
     *
     * @return ids of those that were not there before
     */
    Set<UUID> add(List<Received<JournalDecision>> decisions) {
        if (decisions.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                batches.query(
                        connection -> statement(connection, decisions),
                        (row, number) -> row.getObject(1, UUID.class)));
    }

    private PreparedStatement statement(
            Connection connection, List<Received<JournalDecision>> decisions) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(ADD);
        Columns columns = new Columns(connection, statement, decisions);
        columns.set("text", JournalDecision::program);
        columns.set("text", decision -> decision.event().source());
        columns.set("text", decision -> decision.event().id());
        columns.set("text", JournalDecision::member);
        columns.set("uuid", JournalDecision::id);
        columns.set("timestamptz", decision -> decision.event().time().atOffset(ZoneOffset.UTC));
        columns.set("text", decision -> decision.outcome().name());
        columns.set("int4", JournalDecision::version);
        columns.setJson();
        return statement;
    }

    @Override
    public List<StoredDecision> ofMember(
            String program, String member, @Nullable Place after, int limit) {
        JdbcClient.StatementSpec query =
                after == null
                        ? jdbc.sql(
                                        """
                                        SELECT id, event_time, outcome, body FROM decision
                                        WHERE program = ? AND member = ?
                                        ORDER BY event_time DESC, id DESC LIMIT ?
                                        """)
                                .params(program, member, limit)
                        : jdbc.sql(
                                        """
                                        SELECT id, event_time, outcome, body FROM decision
                                        WHERE program = ? AND member = ? AND (event_time, id) < (?, ?)
                                        ORDER BY event_time DESC, id DESC LIMIT ?
                                        """)
                                .params(
                                        program,
                                        member,
                                        after.eventTime().atOffset(ZoneOffset.UTC),
                                        after.id(),
                                        limit);
        return query.query(DecisionTable::decision).list();
    }

    @Override
    public List<StoredDecision> ofEvent(String program, String source, String id) {
        return jdbc.sql(
                        """
                        SELECT id, event_time, outcome, body FROM decision
                        WHERE program = ? AND event_source = ? AND event_id = ?
                        ORDER BY member
                        """)
                .params(program, source, id)
                .query(DecisionTable::decision)
                .list();
    }

    private static StoredDecision decision(ResultSet row, int number) throws SQLException {
        return new StoredDecision(
                row.getObject("id", UUID.class),
                row.getObject("event_time", OffsetDateTime.class).toInstant(),
                row.getString("outcome"),
                new String(row.getBytes("body"), UTF_8));
    }

    /** Sets one array parameter after the other. */
    private static final class Columns {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<Received<JournalDecision>> rows;
        private int index;

        Columns(
                Connection connection,
                PreparedStatement statement,
                List<Received<JournalDecision>> rows) {
            this.connection = connection;
            this.statement = statement;
            this.rows = rows;
        }

        void set(String type, Function<JournalDecision, Object> value) throws SQLException {
            set(type, rows.stream().map(Received::value).map(value).toArray());
        }

        void setJson() throws SQLException {
            set("bytea", rows.stream().map(Received::json).toArray(byte[][]::new));
        }

        private void set(String type, Object[] values) throws SQLException {
            index++;
            statement.setArray(index, connection.createArrayOf(type, values));
        }
    }
}
