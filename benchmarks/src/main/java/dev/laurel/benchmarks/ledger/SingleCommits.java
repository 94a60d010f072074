package dev.laurel.benchmarks.ledger;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The least that anything can take that is kept: a row of a table, committed by itself. */
final class SingleCommits {

    private final JdbcClient jdbc;

    SingleCommits(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE IF NOT EXISTS single_commit (id uuid PRIMARY KEY, number int)")
                .update();
    }

    /** Adds a row. */
    int add(int number) {
        return jdbc.sql("INSERT INTO single_commit VALUES (?, ?)")
                .param(UUID.randomUUID())
                .param(number)
                .update();
    }
}
