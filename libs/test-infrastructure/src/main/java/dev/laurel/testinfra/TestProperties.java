package dev.laurel.testinfra;

import java.util.Map;

/** The configuration that makes a service use the broker and a database of this process. */
public final class TestProperties {

    /**
     * Partitions of every topic in tests: more than one, so that order across them is not given.
     */
    public static final int PARTITIONS = 3;

    /**
     * How long readers wait for a batch to fill: services do for longer, and each test would too.
     */
    private static final String MILLISECONDS_FOR_A_BATCH = "20";

    private TestProperties() {}

    /** Properties for the broker and a fresh database, by the names that every service reads. */
    public static Map<String, String> fresh() {
        TestDatabase database = TestDatabase.create();
        return Map.of(
                "spring.kafka.bootstrap-servers", TestBroker.bootstrapServers(),
                "spring.cloud.stream.kafka.binder.brokers", TestBroker.bootstrapServers(),
                "spring.datasource.url", database.jdbcUrl(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "laurel.topics.partitions", Integer.toString(PARTITIONS),
                "spring.cloud.stream.kafka.binder.consumer-properties.fetch.max.wait.ms",
                        MILLISECONDS_FOR_A_BATCH);
    }
}
