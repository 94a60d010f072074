package dev.laurel.testinfra;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.embedded.EmbeddedDatabase;
import dev.laurel.embedded.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** In this process, in a temporary folder. */
final class EmbeddedInfrastructure implements Infrastructure {

    private final Path folder;
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedDatabase database;

    EmbeddedInfrastructure() {
        try {
            this.folder = Files.createTempDirectory("laurel-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized String bootstrapServers() {
        if (broker == null) {
            broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
        }
        return broker.bootstrapServers();
    }

    @Override
    public synchronized TestDatabase createDatabase(String name) {
        if (database == null) {
            database =
                    EmbeddedDatabase.start(
                            new DatabaseSettings(
                                    folder.resolve("database"),
                                    0,
                                    DatabaseSettings.Durability.NONE));
        }
        try {
            database.createIfMissing(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name + ".", e);
        }
        return new TestDatabase(database.jdbcUrl(name), database.username(), database.password());
    }

    @Override
    public synchronized void stop() {
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
