package dev.laurel.fleet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Watches decisions come and remembers how long none came: as readers see them, once their
 * transactions are committed.
 */
final class DecisionWatch implements AutoCloseable {

    private static final String TOPIC = "laurel.decisions";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private final long[] last = new long[Fleet.PARTITIONS + 1];
    private final long[] longest = new long[Fleet.PARTITIONS + 1];
    private volatile boolean watching = true;
    private final AtomicLong decisions = new AtomicLong();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Set<String> twice = ConcurrentHashMap.newKeySet();
    private final JsonMapper json = new JsonMapper();

    private DecisionWatch(String bootstrapServers) {
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                IntStream.range(0, Fleet.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(TOPIC, partition))
                        .toList();
        consumer.assign(partitions);
        thread = Thread.ofPlatform().name("decision-watch").start(this::watch);
    }

    static DecisionWatch start(String bootstrapServers) {
        return new DecisionWatch(bootstrapServers);
    }

    /** How many decisions have come so far. */
    long decisions() {
        return decisions.get();
    }

    /** Ids of decisions that were made more than once: what is found a duplicate is no decision. */
    Set<String> madeTwice() {
        return Set.copyOf(twice);
    }

    /** Stops watching. */
    void stop() {
        watching = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest time between two decisions of any partitions; once it was stopped. */
    Duration longestGap() {
        return Duration.ofNanos(longest[Fleet.PARTITIONS]);
    }

    /** The longest time between two decisions of the same partition; once it was stopped. */
    Duration longestGapOfAPartition() {
        return Duration.ofNanos(Arrays.stream(longest, 0, Fleet.PARTITIONS).max().orElseThrow());
    }

    @Override
    public void close() {
        stop();
        consumer.close();
    }

    private void watch() {
        while (watching) {
            var records = consumer.poll(Duration.ofMillis(50));
            long now = System.nanoTime();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                seen(record.partition(), now);
                seen(Fleet.PARTITIONS, now);
                note(json.readTree(record.value()));
            }
            decisions.addAndGet(records.count());
        }
    }

    private void note(JsonNode decision) {
        String id = decision.path("id").asString();
        boolean duplicate = decision.path("outcome").asString().equals("DUPLICATE");
        if (!duplicate && !decided.add(id)) {
            twice.add(id);
        }
    }

    private void seen(int place, long now) {
        if (last[place] != 0) {
            longest[place] = Math.max(longest[place], now - last[place]);
        }
        last[place] = now;
    }
}
