package dev.laurel.standalone.platform;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.embedded.EmbeddedDatabase;
import dev.laurel.standalone.logging.Speaker;
import org.jspecify.annotations.Nullable;

/** The broker and the database of this process. */
final class Infrastructure {

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;

    private Infrastructure(EmbeddedBroker broker, EmbeddedDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    /** Starts both side by side; where one fails, the other one is stopped. */
    static Infrastructure start(DataFolder folder, PlatformSettings settings) throws Exception {
        SideBySide.Result<EmbeddedDatabase> database = null;
        SideBySide.Result<EmbeddedBroker> broker = null;
        try (SideBySide work = new SideBySide()) {
            database = work.fork(() -> startDatabase(folder, settings));
            broker = work.fork(() -> startBroker(folder));
            work.join();
            return new Infrastructure(broker.get(), database.get());
        } catch (Exception e) {
            close(broker);
            close(database);
            throw e;
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    String jdbcUrl() {
        return database.jdbcUrl();
    }

    String username() {
        return database.username();
    }

    String password() {
        return database.password();
    }

    void stop() throws Exception {
        try (SideBySide work = new SideBySide()) {
            work.fork(() -> stop("database", database));
            work.fork(() -> stop("broker", broker));
            work.join();
        }
    }

    private static EmbeddedBroker startBroker(DataFolder folder) throws Exception {
        BrokerSettings settings = BrokerSettings.in(folder.path().resolve("broker"));
        return Speaker.as("broker", () -> EmbeddedBroker.start(settings));
    }

    private static EmbeddedDatabase startDatabase(DataFolder folder, PlatformSettings platform)
            throws Exception {
        DatabaseSettings settings =
                new DatabaseSettings(
                        folder.path().resolve("database"),
                        0,
                        platform.durability(),
                        platform.databaseMemory());
        return Speaker.as("database", () -> EmbeddedDatabase.start(settings));
    }

    private static String stop(String name, AutoCloseable running) throws Exception {
        return Speaker.as(
                name,
                () -> {
                    running.close();
                    return name;
                });
    }

    private static void close(SideBySide.@Nullable Result<? extends AutoCloseable> started)
            throws Exception {
        if (started != null && started.succeeded()) {
            started.value().close();
        }
    }
}
