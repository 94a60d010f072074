package dev.laurel.testinfra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** In containers. */
final class ContainerInfrastructure implements Infrastructure {

    private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
    private static final String POSTGRESQL_IMAGE = "postgres:18";

    private @Nullable KafkaContainer broker;
    private @Nullable PostgreSQLContainer database;

    @Override
    public synchronized String bootstrapServers() {
        if (broker == null) {
            broker =
                    new KafkaContainer(KAFKA_IMAGE)
                            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            broker.start();
        }
        return broker.getBootstrapServers();
    }

    @Override
    public synchronized TestDatabase createDatabase(String name) {
        if (database == null) {
            database = new PostgreSQLContainer(POSTGRESQL_IMAGE);
            database.start();
        }
        try (Connection connection =
                        DriverManager.getConnection(
                                database.getJdbcUrl(),
                                database.getUsername(),
                                database.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create the database " + name + ".", e);
        }
        return new TestDatabase(
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(database.getHost(), database.getFirstMappedPort(), name),
                database.getUsername(),
                database.getPassword());
    }

    @Override
    public synchronized void stop() {
        if (broker != null) {
            broker.stop();
        }
        if (database != null) {
            database.stop();
        }
    }
}
