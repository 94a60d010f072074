package dev.laurel.rules.programs.jdbc;

import dev.laurel.rules.programs.Program;
import dev.laurel.rules.programs.Programs;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPrograms implements Programs {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPrograms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Program> find(String program) {
        return jdbc.sql(
                        """
                        SELECT id, name, created_at,
                               (SELECT max(version) FROM program_version v WHERE v.program = p.id)
                                   AS live_version
                        FROM program p WHERE id = ?
                        """)
                .param(program)
                .query((row, number) ->
                        new Program(
                                row.getString("id"),
                                row.getString("name"),
                                row.getObject("live_version", Integer.class),
                                row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean put(String program, String name) {
        return jdbc.sql(
                        """
                        INSERT INTO program (id, name, created_at) VALUES (?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name
                        RETURNING xmax = 0 AS created
                        """)
                .params(program, name, OffsetDateTime.now(clock))
                .query(Boolean.class)
                .single();
    }
}
