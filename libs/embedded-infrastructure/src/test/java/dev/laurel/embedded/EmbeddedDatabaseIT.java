package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

    @TempDir Path folder;

    @Test
    void keepsItsRowsAndItsPasswordOverARestart() throws SQLException {
        // Given
        String password;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            password = database.password();
            update(database, "CREATE TABLE facts AS SELECT 42 AS fact");
        }

        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            // Then
            assertThat(query(database, "SELECT fact FROM facts")).isEqualTo("42");
            assertThat(database.password()).isEqualTo(password);
        }
    }

    @Test
    void keepsItsRowsWhenItsProcessIsKilledAndTheServerIsLeftBehind() throws Exception {
        // Given
        SeparateProcess.killWhenReady(KilledOwner.class, folder);
        long leftBehind = serverPid();
        assertThat(ProcessHandle.of(leftBehind)).isPresent();

        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            // Then
            assertThat(query(database, "SELECT fact FROM facts")).isEqualTo("42");
            assertThat(serverPid()).isNotEqualTo(leftBehind);
        }
    }

    @Test
    void startsAlthoughAnotherProcessHasTheNumberOfADeadServer() throws Exception {
        // Given
        EmbeddedDatabase.start(DatabaseSettings.in(folder)).close();
        Files.write(
                folder.resolve("postgresql/postmaster.pid"),
                List.of(Long.toString(ProcessHandle.current().pid()), folder.toString()));

        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            // Then
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void laysOutAgainWhatWasLeftHalfWayThrough() throws Exception {
        // Given
        Files.createDirectories(folder.resolve("postgresql.new/base"));

        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            // Then
            assertThat(query(database, "SELECT current_database()")).isEqualTo("laurel");
        }
    }

    @Test
    void committedMeansOnDiskUnlessToldOtherwise() throws SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(DatabaseSettings.in(folder))) {
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void runsAsNobodyWhereRootHasNoUserNamespaces() throws Exception {
        // Given
        assumeThat(ServerAccount.choose()).isNotEqualTo(ServerAccount.SELF);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));

        // When
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        DatabaseSettings.in(folder.resolve("database")), ServerAccount.NOBODY)) {
            // Then
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    private long serverPid() throws Exception {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).getFirst());
    }

    private static void update(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
    }

    /** Commits one row and is killed. */
    static final class KilledOwner {

        private KilledOwner() {}

        static void main(String[] arguments) throws Exception {
            try (EmbeddedDatabase database =
                    EmbeddedDatabase.start(DatabaseSettings.in(Path.of(arguments[0])))) {
                update(database, "CREATE TABLE facts AS SELECT 42 AS fact");
                SeparateProcess.readyAndWait();
            }
        }
    }
}
