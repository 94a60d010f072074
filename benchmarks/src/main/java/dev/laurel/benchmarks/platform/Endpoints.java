package dev.laurel.benchmarks.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where broker and database of a platform are.
 *
 * @param bootstrapServers for Kafka clients
 * @param database its superuser
 */
public record Endpoints(String bootstrapServers, DataSource database) {

    private static final String BROKER = "Broker: ";
    private static final String DATABASE = "Database: ";

    /** Whether the platform has said all that there is to read. */
    static boolean arePrinted(Path output) throws IOException {
        return Files.readAllLines(output).stream().anyMatch(line -> line.startsWith(DATABASE));
    }

    /** Reads what {@code up} has printed, and the password that it keeps with its data. */
    static Endpoints read(Path output, Path data) throws IOException {
        List<String> lines = Files.readAllLines(output);
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(after(DATABASE, lines));
        database.setUser("laurel");
        database.setPassword(Files.readString(data.resolve("database/password")));
        return new Endpoints(after(BROKER, lines), database);
    }

    private static String after(String name, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "Expected a line '%s' from the platform, but it printed: %s"
                                        .formatted(name, String.join(" / ", lines))));
    }

    /** The server process of the database, the parent of all its others. */
    ProcessHandle databaseProcess() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT pg_backend_pid()")) {
            found.next();
            long session = found.getLong(1);
            return ProcessHandle.of(session)
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "Expected database process %d on this machine, but it is not."
                                            .formatted(session)));
        }
    }
}
