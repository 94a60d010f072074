package dev.laurel.rules.programs.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of a program: whoever changes its draft or publishes holds it. */
@Component
class ProgramLock {

    private final JdbcClient jdbc;

    ProgramLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for the lock, which ends with the caller's transaction.
     *
     * @return whether there is such a program
     */
    boolean take(String program) {
        return jdbc.sql("SELECT id FROM program WHERE id = ? FOR UPDATE")
                .param(program)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
