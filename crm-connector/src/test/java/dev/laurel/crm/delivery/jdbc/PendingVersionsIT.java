package dev.laurel.crm.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.RunningCrmConnector;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows that were made before versions came out of a sequence, and those that come after them. */
class PendingVersionsIT extends RunningCrmConnector {

    private static final String SCHEMA = "crm_before_versions";

    @Autowired private DataSource database;

    @Test
    void theFirstNewRowIsNoneOfThoseThatWereThereBefore() throws SQLException {
        // Given
        migrate("0016");
        long before = due();

        // When
        migrate("latest");

        // Then
        long after = due();
        assertThat(after / 1_000_000).isGreaterThan(before / 1_000_000);
        execute("DROP SCHEMA %s CASCADE".formatted(SCHEMA));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/crm")
                .target(target)
                .load()
                .migrate();
    }

    /** Makes a member due who is not any more, and says with which version. */
    private long due() throws SQLException {
        execute(
                """
                INSERT INTO %1$s.connection
                    (program, connection, settings, credentials, revision, changed_at)
                VALUES ('old', 'crm', '{}', '', 1, now()) ON CONFLICT DO NOTHING;
                DELETE FROM %1$s.pending
                """
                        .formatted(SCHEMA));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                INSERT INTO %s.pending
                                    (program, connection, member, lane, since, due_at)
                                VALUES ('old', 'crm', 'ann', 1, now(), now()) RETURNING version
                                """
                                        .formatted(SCHEMA))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
