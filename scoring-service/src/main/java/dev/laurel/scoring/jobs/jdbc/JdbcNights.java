package dev.laurel.scoring.jobs.jdbc;

import dev.laurel.scoring.jobs.Nights;
import dev.laurel.scoring.jobs.Portion;
import dev.laurel.scoring.jobs.Position;
import dev.laurel.scoring.jobs.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code night}, one row per program, whose lock is the lease on the program's nights and
 * ends with the transaction or the process that has it; and {@code job_run}, what was done when.
 */
@Repository
public class JdbcNights implements Nights {

    private final JdbcClient jdbc;

    public JdbcNights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(String program, LocalDate day) {
        Position first = Position.beginning(day);
        jdbc.sql(
                        """
                        INSERT INTO night (program, day, stage) VALUES (?, ?, ?)
                        ON CONFLICT (program) DO NOTHING
                        """)
                .params(program, day, word(first.stage()))
                .update();
    }

    @Override
    public Optional<Position> take(String program) {
        return jdbc.sql(
                        """
                        SELECT day, stage, after FROM night
                        WHERE program = ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(program)
                .query((row, _) ->
                        new Position(
                                row.getObject(1, LocalDate.class),
                                Stage.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                                row.getString(3)))
                .optional();
    }

    @Override
    public void done(String program, Position worked, Portion portion, Position now, Instant at) {
        jdbc.sql("UPDATE night SET day = ?, stage = ?, after = ? WHERE program = ?")
                .params(now.day(), word(now.stage()))
                .param(now.after())
                .param(program)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO job_run AS run
                            (program, day, stage, started_at, finished_at, portions, items)
                        VALUES (?, ?, ?, ?, ?, 1, ?)
                        ON CONFLICT (program, day, stage) DO UPDATE SET
                            finished_at = EXCLUDED.finished_at,
                            portions = run.portions + 1,
                            items = run.items + EXCLUDED.items,
                            failure = NULL
                        """)
                .params(program, worked.day(), word(worked.stage()), at.atOffset(ZoneOffset.UTC))
                .param(portion.next() == null ? at.atOffset(ZoneOffset.UTC) : null)
                .param(portion.items())
                .update();
    }

    @Override
    public void failed(String program, Position at, String reason, Instant when) {
        jdbc.sql(
                        """
                        INSERT INTO job_run AS run
                            (program, day, stage, started_at, portions, items, failures, failure)
                        VALUES (?, ?, ?, ?, 0, 0, 1, ?)
                        ON CONFLICT (program, day, stage) DO UPDATE SET
                            failures = run.failures + 1, failure = EXCLUDED.failure
                        WHERE run.finished_at IS NULL
                        """)
                .params(program, at.day(), word(at.stage()), when.atOffset(ZoneOffset.UTC), reason)
                .update();
    }

    private static String word(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
