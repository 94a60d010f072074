package dev.laurel.testinfra;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SharedInfrastructureIT {

    @Test
    void givesEveryCallerAnEmptyDatabase() throws SQLException {
        // Given
        TestDatabase first = TestDatabase.create();
        TestDatabase second = TestDatabase.create();

        // When
        execute(first, "CREATE TABLE facts (id int)");

        // Then the same name is free in the other one
        execute(second, "CREATE TABLE facts (id int)");
        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
    }

    @Test
    void keepsWhatATransactionWrote() throws Exception {
        // Given
        TestTopics.create("kept");
        TestTopics.create("kept");
        Map<String, Object> client = Map.of("bootstrap.servers", TestBroker.bootstrapServers());

        // When
        try (Producer<String, String> producer =
                new KafkaProducer<>(
                        with(client, "transactional.id", "test"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
            producer.commitTransaction();
        }

        // Then
        try (Consumer<String, String> consumer =
                new KafkaConsumer<>(
                        with(with(client, "group.id", "test"), "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.subscribe(List.of("kept"));
            assertThat(consumer.poll(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.value()).isEqualTo("value"));
        }
    }

    private static Map<String, Object> with(
            Map<String, Object> configuration, String name, String value) {
        Map<String, Object> more = new HashMap<>(configuration);
        more.put(name, value);
        return more;
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
