package dev.laurel.rules.programs.jdbc;

import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ProgramLock lock;
    private final DocumentColumn column = new DocumentColumn();

    JdbcDrafts(JdbcClient jdbc, Clock clock, ProgramLock lock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lock = lock;
    }

    @Override
    public Optional<Draft> find(String program) {
        return jdbc.sql("SELECT document, changed_at FROM draft WHERE program = ?")
                .param(program)
                .query((row, number) ->
                        draft(
                                program,
                                row.getString("document"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    @Transactional
    public Draft change(String program, Function<Optional<Draft>, Map<String, Object>> change) {
        if (!lock.take(program)) {
            throw new NoSuchElementException(
                    "Expected a program, but there is no '%s'.".formatted(program));
        }
        String text = column.write(change.apply(find(program)));
        Instant now = clock.instant();
        jdbc.sql(
                        """
                        INSERT INTO draft (program, document, changed_at) VALUES (?, ?::json, ?)
                        ON CONFLICT (program) DO UPDATE
                        SET document = excluded.document, changed_at = excluded.changed_at
                        """)
                .params(program, text, now.atOffset(ZoneOffset.UTC))
                .update();
        return draft(program, text, now);
    }

    private Draft draft(String program, String text, Instant changedAt) {
        return new Draft(program, column.read(text), DocumentColumn.tagOf(text), changedAt);
    }
}
