package dev.laurel.testinfra;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.embedded.EmbeddedDatabase;
import dev.laurel.embedded.Folders;
import dev.laurel.embedded.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** In this process, in a temporary folder. */
final class EmbeddedInfrastructure implements Infrastructure {

    private final DataFolder folder = ScratchFolders.create("laurel-test-");
    private @Nullable EmbeddedBroker broker;
    private @Nullable EmbeddedDatabase database;

    @Override
    public synchronized String bootstrapServers() {
        if (broker == null) {
            broker = EmbeddedBroker.start(BrokerSettings.in(folder.path().resolve("broker")));
        }
        return broker.bootstrapServers();
    }

    @Override
    public synchronized TestDatabase createDatabase(String name) {
        if (database == null) {
            database =
                    EmbeddedDatabase.start(
                            new DatabaseSettings(
                                    folder.path().resolve("database"),
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
            folder.close();
            Folders.delete(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
