package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestTopics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class OutboxOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OutboxDatabase database = OutboxDatabase.create();

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** Deleting what was sent fails a few times, as if the relay had died between the two. */
    private final class DyingBeforeDelete extends DelegatingDataSource {

        private final AtomicInteger deaths;

        DyingBeforeDelete(int deaths) {
            super(database.dataSource());
            this.deaths = new AtomicInteger(deaths);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Connection.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, method, arguments) -> {
                                if (arguments != null
                                        && String.valueOf(arguments[0]).startsWith("DELETE")
                                        && deaths.getAndDecrement() > 0) {
                                    throw new SQLException("Died before the delete.");
                                }
                                try {
                                    return method.invoke(real, arguments);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }
    }

    @Test
    void losesNothingAndOnlyRepeatsWhenItDiesBetweenSendingAndDeleting() throws Exception {
        // Given
        String topic = "outbox-dying";
        TestTopics.create(topic);
        OutboxRelay relay =
                new OutboxRelay(
                        "outbox-dying",
                        new DyingBeforeDelete(3),
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
        Outbox outbox = new Outbox(database.dataSource(), relay);
        Appenders appenders = new Appenders(database, outbox, topic);
        relay.start();

        // When
        appenders.run(4, 60, 20_111_203);
        boolean relayed = relay.awaitRelayed(PATIENCE);
        relay.stop();

        // Then
        assertThat(relayed).isTrue();
        Sent sent = Sent.on(TestBroker.bootstrapServers(), topic);
        assertThat(sent.firstsByKey()).isEqualTo(appenders.expected());
        assertThat(sent.byKey()).isNotEqualTo(appenders.expected());
    }

    @Test
    void waitsForADatabaseThatIsAwayAndGoesOnInOrder() throws Exception {
        // Given
        String topic = "outbox-database-outage";
        TestTopics.create(topic);
        OutboxRelay relay =
                new OutboxRelay(
                        "outbox-database-outage",
                        database.dataSource(),
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
        Outbox outbox = new Outbox(database.dataSource(), relay);
        Appenders appenders = new Appenders(database, outbox, topic);
        relay.start();
        appenders.run(4, 20, 20_111_204);
        String name = database.jdbc().queryForObject("SELECT current_database()", String.class);

        // When
        try (OutboxDatabase elsewhere = OutboxDatabase.withoutTable()) {
            JdbcTemplate jdbc = elsewhere.jdbc();
            jdbc.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
            String end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?";
            jdbc.queryForList(end, name);
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            jdbc.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        }
        appenders.run(4, 20, 20_111_205);

        // Then
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        relay.stop();
        assertThat(Sent.on(TestBroker.bootstrapServers(), topic).firstsByKey())
                .isEqualTo(appenders.expected());
    }

    @Test
    void waitsForABrokerThatIsAwayAndGoesOnInOrder(@TempDir Path folder) throws Exception {
        // Given
        String topic = "outbox-broker-outage";
        EmbeddedBroker first = EmbeddedBroker.start(BrokerSettings.in(folder));
        String servers = first.bootstrapServers();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        OutboxRelay relay =
                new OutboxRelay(
                        "outbox-broker-outage",
                        database.dataSource(),
                        Map.of("bootstrap.servers", servers));
        Outbox outbox = new Outbox(database.dataSource(), relay);
        Appenders appenders = new Appenders(database, outbox, topic);
        relay.start();
        appenders.run(4, 20, 20_111_206);

        // When
        first.close();
        appenders.run(4, 20, 20_111_207);
        boolean relayedWithoutBroker = relay.awaitRelayed(Duration.ofSeconds(1));
        int port = Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
        try (EmbeddedBroker second =
                EmbeddedBroker.start(new BrokerSettings(folder, "127.0.0.1", port))) {
            boolean relayed = relay.awaitRelayed(PATIENCE);
            relay.stop();

            // Then
            assertThat(relayedWithoutBroker).isFalse();
            assertThat(relayed).isTrue();
            assertThat(Sent.on(second.bootstrapServers(), topic).firstsByKey())
                    .isEqualTo(appenders.expected());
        }
    }

    @Test
    void keepsEverythingBehindARecordThatTheBrokerRefuses() throws Exception {
        // Given
        String topic = "outbox-too-large";
        TestTopics.create(topic);
        OutboxRelay relay =
                new OutboxRelay(
                        "outbox-too-large",
                        database.dataSource(),
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()));
        Outbox outbox = new Outbox(database.dataSource(), relay);
        byte[] key = "k".getBytes(UTF_8);
        database.transactions()
                .executeWithoutResult(_ ->
                        outbox.append(
                                List.of(
                                        OutboxRecord.of(topic, key, new byte[] {'1'}),
                                        OutboxRecord.of(topic, key, new byte[2_000_000]),
                                        OutboxRecord.of(topic, key, new byte[] {'3'}))));

        // When
        relay.start();
        boolean relayed = relay.awaitRelayed(Duration.ofSeconds(3));
        long kept = database.waiting();
        database.jdbc().update("DELETE FROM outbox WHERE length(value) > 1000");

        // Then
        assertThat(relayed).isFalse();
        assertThat(kept).isEqualTo(3);
        assertThat(relay.awaitRelayed(PATIENCE)).isTrue();
        relay.stop();
        assertThat(Sent.on(TestBroker.bootstrapServers(), topic).firstsByKey())
                .isEqualTo(Map.of("k", List.of("1", "3")));
    }
}
