package dev.laurel.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.embedded.EmbeddedBroker;
import dev.laurel.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every service as processes of its own on the loopback, with one broker and one database. The n-th
 * gateway knows the n-th instance of each service, or the only one.
 */
final class Fleet implements AutoCloseable {

    static final int PARTITIONS = 6;

    /** Of 32 bytes, for credentials that lead nowhere. */
    private static final String SECRET_KEY =
            Base64.getEncoder().encodeToString("for nothing but the fleet's test".getBytes(UTF_8));

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final Path data;
    private final List<Instance> instances = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private Fleet(EmbeddedBroker broker, EmbeddedDatabase database, Path data) {
        this.broker = broker;
        this.database = database;
        this.data = data;
    }

    /**
     * Starts a fleet and returns once all of it may be called.
     *
     * @param data for all that it writes but its logs
     */
    static Fleet start(Path data) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(data.resolve("broker")));
        EmbeddedDatabase database =
                EmbeddedDatabase.start(
                        new DatabaseSettings(
                                data.resolve("database"), 0, DatabaseSettings.Durability.NONE));
        Fleet fleet = new Fleet(broker, database, data);
        try {
            for (Kind kind : Kind.values()) {
                fleet.add(kind, UnpackedJar.of(kind.id(), data.resolve("jars")));
            }
            fleet.awaitReady();
            return fleet;
        } catch (IOException | RuntimeException | Error e) {
            fleet.close();
            throw e;
        }
    }

    private void add(Kind kind, UnpackedJar jar) throws IOException {
        for (int number = 1; number <= kind.instances(); number++) {
            Instance instance = new Instance(kind, number, data, jar, environment(kind, number));
            instances.add(instance);
            instance.start();
        }
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    EmbeddedDatabase database() {
        return database;
    }

    /** One of a kind's instances, from 1. */
    Instance instance(Kind kind, int number) {
        return instances.stream()
                .filter(instance -> instance.kind() == kind)
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    List<Instance> instances() {
        return List.copyOf(instances);
    }

    URI gateway(int number) {
        return instance(Kind.GATEWAY, number).url();
    }

    void awaitReady() {
        instances.forEach(instance -> instance.awaitReady(client));
    }

    void awaitReady(Instance instance) {
        instance.awaitReady(client);
    }

    /** Replaces an instance by one of the next version. */
    void upgrade(Instance instance) throws IOException, InterruptedException {
        instance.upgrade(
                UnpackedJar.ofNext(instance.kind().id(), data.resolve("next-jars")), "next");
    }

    @Override
    public void close() {
        for (Instance instance : instances) {
            try {
                if (instance.isRunning()) {
                    instance.kill();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        client.close();
        database.close();
        broker.close();
    }

    private Map<String, String> environment(Kind kind, int number) {
        Map<String, String> environment = new HashMap<>();
        environment.put("LAUREL_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("LAUREL_TOPICS_PARTITIONS", Integer.toString(PARTITIONS));
        if (kind != Kind.GATEWAY) {
            environment.put("LAUREL_DATABASE_URL", database.jdbcUrl());
            environment.put("LAUREL_DATABASE_USERNAME", database.username());
            environment.put("LAUREL_DATABASE_PASSWORD", database.password());
        } else {
            for (Kind service : Kind.values()) {
                if (service != Kind.GATEWAY) {
                    int nth = Math.min(number, service.instances());
                    environment.put(service.route(), instance(service, nth).url().toString());
                }
            }
        }
        if (kind == Kind.CRM_CONNECTOR || kind == Kind.LEADERBOARD_SERVICE) {
            environment.put(
                    Kind.MEMBER_SERVICE.route(), instance(Kind.MEMBER_SERVICE, 1).url().toString());
        }
        if (kind == Kind.CRM_CONNECTOR) {
            environment.put("LAUREL_CRM_SECRET_KEY", SECRET_KEY);
        }
        return environment;
    }
}
