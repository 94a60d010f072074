package dev.laurel.programfeed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.UnreadableRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic for as long as the feed is open, whatever the broker does meanwhile. */
final class FeedThread {

    private static final Logger log = LoggerFactory.getLogger(ProgramFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);
    private static final String NO_TROUBLE = "it is still being read";

    private final Consumer<byte[], byte[]> consumer;

    // On a connection of its own: the other is busy for as long as a fetch waits for records.
    private final Consumer<byte[], byte[]> lookout;

    private final RecordCodec codec;
    private final KnownPrograms programs;
    private final CatchUps catchUps;
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String trouble = NO_TROUBLE;

    FeedThread(
            String name,
            Consumer<byte[], byte[]> consumer,
            Consumer<byte[], byte[]> lookout,
            RecordCodec codec,
            KnownPrograms programs,
            CatchUps catchUps) {
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        this.consumer = consumer;
        this.lookout = lookout;
        this.codec = codec;
        this.programs = programs;
        this.catchUps = catchUps;
    }

    void start() {
        thread.start();
    }

    /** Has the thread look for requests to catch up. */
    void wakeUp() {
        consumer.wakeup();
    }

    /** What keeps it from reading, as the rest of a sentence. */
    String trouble() {
        return trouble;
    }

    void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer;
                lookout) {
            while (closing.getCount() > 0) {
                turn();
            }
        } catch (InterruptException stopped) {
            log.debug("Interrupted, and stopped", stopped);
        } finally {
            catchUps.close();
            programs.close();
        }
    }

    private void turn() {
        try {
            if (consumer.assignment().isEmpty()) {
                assign();
            }
            read();
            trouble = NO_TROUBLE;
        } catch (WakeupException _) {
            // Somebody wants to catch up, or to close: the next turn sees to it.
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (RuntimeException failure) {
            inTrouble(failure.toString());
        }
    }

    private void assign() {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.PROGRAMS.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("there is no topic " + Topics.PROGRAMS.name());
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private void read() {
        catchUps.aim(() -> lookout.endOffsets(consumer.assignment()));
        catchUps.answer(consumer::position);
        poll().forEach(this::take);
        catchUps.answer(consumer::position);
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        Duration patience = catchUps.patience(POLL);
        try {
            return consumer.poll(patience);
        } finally {
            catchUps.awake();
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            PublishedProgram published = codec.read(record.value(), PublishedProgram.class);
            String key = record.key() == null ? "" : new String(record.key(), UTF_8);
            if (published.program().equals(key)) {
                programs.take(published);
            } else {
                skip(record, "its key is '" + key + "' and its program " + published.program());
            }
        } catch (UnreadableRecord unreadable) {
            skip(record, String.valueOf(unreadable.getMessage()));
        }
    }

    private static void skip(ConsumerRecord<byte[], byte[]> record, String reason) {
        log.warn(
                "Skipped a record of {} (partition {}, offset {}) that is no program: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
    }

    private void inTrouble(String now) {
        if (!now.equals(trouble)) {
            log.warn("Cannot read {} for now, and will try again: {}", Topics.PROGRAMS.name(), now);
        }
        trouble = now;
        try {
            boolean _ = closing.await(PAUSE_AFTER_TROUBLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
