package dev.laurel.rules.simulations.jdbc;

import dev.laurel.rules.simulations.SimulationJob;
import dev.laurel.rules.simulations.SimulationJobs;
import dev.laurel.rules.simulations.SimulationRequest;
import dev.laurel.rules.simulations.SimulationState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The last {@value #KEPT} simulations of every program. */
@Repository
class SimulationTable implements SimulationJobs {

    private static final int KEPT = 50;

    private static final String COLUMNS =
            "id, program, request, state, created_at, started_at, finished_at, done, total, reason";

    private static final String NOT_ENDED = "state IN ('QUEUED', 'RUNNING')";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    SimulationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Asked ask(String program, SimulationRequest request, @Nullable String key) {
        forgetOld(program);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<SimulationJob> made =
                jdbc.sql(
                                """
                                INSERT INTO simulation
                                    (program, request_key, request, state, created_at, seen_at)
                                VALUES (?, ?, ?::json, 'QUEUED', ?, ?)
                                ON CONFLICT (program, request_key) DO NOTHING
                                RETURNING %s, NULL AS result
                                """
                                        .formatted(COLUMNS))
                        .param(program)
                        .param(key)
                        .param(json.writeValueAsString(request))
                        .param(now)
                        .param(now)
                        .query(this::job)
                        .optional();
        return made.map(job -> new Asked(job, true))
                .orElseGet(() -> new Asked(of(program, key), false));
    }

    private SimulationJob of(String program, @Nullable String key) {
        return jdbc.sql(
                        "SELECT %s, result FROM simulation WHERE program = ? AND request_key = ?"
                                .formatted(COLUMNS))
                .param(program)
                .param(key)
                .query(this::job)
                .single();
    }

    private void forgetOld(String program) {
        jdbc.sql(
                        """
                        DELETE FROM simulation WHERE id IN (
                            SELECT id FROM simulation
                            WHERE program = ? AND state NOT IN ('QUEUED', 'RUNNING')
                            ORDER BY created_at DESC, id DESC OFFSET ?)
                        """)
                .param(program)
                .param(KEPT)
                .update();
    }

    @Override
    public void withdraw(UUID id) {
        jdbc.sql("DELETE FROM simulation WHERE id = ? AND state = 'QUEUED'").param(id).update();
    }

    @Override
    public Optional<SimulationJob> find(String program, UUID id) {
        return jdbc.sql(
                        "SELECT %s, result FROM simulation WHERE program = ? AND id = ?"
                                .formatted(COLUMNS))
                .param(program)
                .param(id)
                .query(this::job)
                .optional();
    }

    @Override
    public List<SimulationJob> latest(String program, int limit) {
        return jdbc.sql(
                        """
                        SELECT %s, NULL AS result FROM simulation WHERE program = ?
                        ORDER BY created_at DESC, id DESC LIMIT ?
                        """
                                .formatted(COLUMNS))
                .param(program)
                .param(limit)
                .query(this::job)
                .list();
    }

    @Override
    public boolean advance(UUID id, long done, @Nullable Long total) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(
                                """
                                UPDATE simulation SET state = 'RUNNING', done = ?, total = ?::bigint,
                                    started_at = coalesce(started_at, ?), seen_at = ?
                                WHERE id = ? AND %s
                                """
                                        .formatted(NOT_ENDED))
                        .param(done)
                        .param(total)
                        .param(now)
                        .param(now)
                        .param(id)
                        .update()
                > 0;
    }

    @Override
    public boolean end(
            UUID id, SimulationState state, @Nullable String reason, @Nullable String result) {
        return jdbc.sql(
                                """
                                UPDATE simulation SET state = ?, reason = ?, result = ?::json,
                                    done = CASE WHEN ?::text IS NULL THEN done ELSE coalesce(total, done) END,
                                    finished_at = ?
                                WHERE id = ? AND %s
                                """
                                        .formatted(NOT_ENDED))
                        .param(state.name())
                        .param(reason)
                        .param(result)
                        .param(result)
                        .param(OffsetDateTime.now(clock))
                        .param(id)
                        .update()
                > 0;
    }

    @Override
    public void keepAlive(Collection<UUID> ids) {
        for (UUID id : ids) {
            jdbc.sql("UPDATE simulation SET seen_at = ? WHERE id = ? AND " + NOT_ENDED)
                    .param(OffsetDateTime.now(clock))
                    .param(id)
                    .update();
        }
    }

    @Override
    public void interruptSilentSince(Instant since) {
        jdbc.sql(
                        """
                        UPDATE simulation SET state = 'INTERRUPTED', finished_at = ?,
                            reason = 'The process that ran it is gone.'
                        WHERE seen_at < ? AND %s
                        """
                                .formatted(NOT_ENDED))
                .param(OffsetDateTime.now(clock))
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
    }

    private SimulationJob job(ResultSet row, int number) throws SQLException {
        return new SimulationJob(
                row.getObject("id", UUID.class),
                row.getString("program"),
                json.readValue(row.getString("request"), SimulationRequest.class),
                SimulationState.valueOf(row.getString("state")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getString("reason"),
                row.getString("result"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
