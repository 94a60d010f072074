package dev.laurel.benchmarks.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.laurel.benchmarks.limits.RawProducer;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.embedded.EmbeddedDatabase;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.scoring.ScoringServiceApplication;
import dev.laurel.topics.RecordCodec;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.flywaydb.core.Flyway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.cloud.stream.binding.BindingsLifecycleController.State;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The service as it runs, with a broker of its own and a database whose commits are on the disk. It
 * reads no decisions before it is told to.
 */
final class RunningLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EmbeddedDatabase database;
    private final HikariDataSource source;
    private final EmbeddedBroker broker;
    private final HttpClient http = HttpClient.newHttpClient();
    private final RecordCodec codec = new RecordCodec();
    private final ConfigurableApplicationContext service;

    private RunningLedger(
            EmbeddedDatabase database,
            HikariDataSource source,
            EmbeddedBroker broker,
            int consumers) {
        this.database = database;
        this.source = source;
        this.broker = broker;
        this.service = start(database, broker, consumers);
    }

    /**
     * Starts it on a history.
     *
     * @param settings the database, made where there is none
     * @param scratch for the broker
     * @param consumers how many batches are booked at the same time
     */
    static RunningLedger start(
            DatabaseSettings settings, Path scratch, int consumers, Before before)
            throws IOException {
        Files.createDirectories(settings.folder());
        EmbeddedDatabase database = EmbeddedDatabase.start(settings);
        HikariDataSource source = connect(database);
        Flyway.configure()
                .dataSource(source)
                .schemas("scoring")
                .locations("classpath:db/migration/scoring")
                .load()
                .migrate();
        before.make(
                JdbcClient.create(source),
                new TransactionTemplate(new JdbcTransactionManager(source)));
        return new RunningLedger(
                database, source, EmbeddedBroker.start(BrokerSettings.in(scratch)), consumers);
    }

    /** What is done to the database before the service starts. */
    @FunctionalInterface
    interface Before {
        void make(JdbcClient jdbc, TransactionTemplate transactions);
    }

    private static HikariDataSource connect(EmbeddedDatabase database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(database.jdbcUrl());
        source.setUsername(database.username());
        source.setPassword(database.password());
        source.setSchema("scoring");
        source.setMaximumPoolSize(2);
        return source;
    }

    private static ConfigurableApplicationContext start(
            EmbeddedDatabase database, EmbeddedBroker broker, int consumers) {
        Map<String, String> properties =
                Map.ofEntries(
                        Map.entry("spring.kafka.bootstrap-servers", broker.bootstrapServers()),
                        Map.entry(
                                "spring.cloud.stream.kafka.binder.brokers",
                                broker.bootstrapServers()),
                        Map.entry("spring.datasource.url", database.jdbcUrl()),
                        Map.entry("spring.datasource.username", database.username()),
                        Map.entry("spring.datasource.password", database.password()),
                        Map.entry("server.port", "0"),
                        Map.entry("logging.level.root", "off"),
                        Map.entry(
                                "spring.cloud.stream.bindings.decisions-in-0.consumer.concurrency",
                                Integer.toString(consumers)),
                        Map.entry(
                                "spring.cloud.stream.bindings.decisions-in-0.consumer.auto-startup",
                                "false"),
                        // A year of nights is not what is measured.
                        Map.entry("laurel.nights.look-every", "P1000D"));
        return new SpringApplicationBuilder(ScoringServiceApplication.class)
                .properties("spring.config.name=scoring-service")
                .run(
                        properties.entrySet().stream()
                                .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                .toArray(String[]::new));
    }

    void publish(String program) throws InterruptedException, ExecutionException {
        send(
                Topics.PROGRAMS.name(),
                Stream.of(program),
                id -> id,
                id ->
                        new PublishedProgram(
                                id,
                                3,
                                "ab12",
                                History.BEGINNING,
                                Map.of(
                                        "program",
                                        id,
                                        "timeZone",
                                        "UTC",
                                        "wallets",
                                        List.of(Map.of("id", "stars")))));
    }

    /** Sends records as fast as the broker takes them and returns once it has all. */
    <T> void send(
            String topic, Stream<T> values, Function<T, String> key, Function<T, Object> value)
            throws InterruptedException, ExecutionException {
        try (var producer = new RawProducer(broker.bootstrapServers())) {
            producer.send(
                    values.map(each ->
                            new ProducerRecord<>(
                                    topic,
                                    key.apply(each).getBytes(UTF_8),
                                    codec.write(value.apply(each)))));
        }
    }

    /** Begins to read decisions. */
    void read() {
        service.getBean(BindingsLifecycleController.class)
                .changeState("decisions-in-0", State.STARTED);
    }

    /** How many decisions are committed since the start. */
    long committed() {
        return (long)
                service.getBean(MeterRegistry.class)
                        .get("laurel.intake.records")
                        .tag("topic", Topics.DECISIONS.name())
                        .counter()
                        .count();
    }

    /**
     * Waits until so many decisions are committed.
     *
     * @return when they were, in nanoseconds
     */
    long await(long decisions) throws InterruptedException {
        long last = committed();
        long since = System.nanoTime();
        while (last < decisions) {
            Thread.sleep(5);
            long now = committed();
            if (now > last) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "Expected %d decisions to be committed, but it stands still at %d."
                                .formatted(decisions, last));
            }
        }
        return System.nanoTime();
    }

    /** Tells all of what is booked, and from then on nobody of anything. */
    void stopTelling() throws InterruptedException {
        OutboxRelay relay = service.getBean(OutboxRelay.class);
        relay.awaitRelayed(PATIENCE);
        relay.stop();
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    String post(String path, String key, String json) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:%s%s"
                        .formatted(
                                service.getEnvironment().getRequiredProperty("local.server.port"),
                                path));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "Expected an answer, but: %d %s"
                            .formatted(response.statusCode(), response.body()));
        }
        return response.body();
    }

    HikariDataSource source() {
        return source;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    @Override
    public void close() {
        http.close();
        service.close();
        broker.close();
        source.close();
        database.close();
    }
}
