package dev.laurel.programfeed;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.topics.RecordCodec;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of every published program, as far as {@code laurel.programs} has been read.
 * Every feed reads the whole topic, with a consumer and a thread of its own and no group. Versions
 * only go forward. Thread-safe; the methods that wait can do so from any thread but the feed's own,
 * which runs the listeners.
 */
public final class ProgramFeed implements AutoCloseable {

    private static final Duration DEFAULT_START_TIMEOUT = Duration.ofMinutes(1);
    private static final int API_TIMEOUT_MILLIS = 10_000;

    private final Map<String, Object> consumerConfig;
    private final RecordCodec codec;
    private final KnownPrograms programs = new KnownPrograms();
    private final CatchUps catchUps = new CatchUps();
    private volatile @Nullable FeedThread thread;
    private volatile boolean closed;

    /**
     * A feed that is not started yet.
     *
     * @param kafkaConfig how to reach the broker, as Kafka's consumer takes it; what makes this
     *     consumer what it is (deserialisers, isolation, no group) is added or replaced
     */
    public ProgramFeed(Map<String, ?> kafkaConfig, RecordCodec codec) {
        this.codec = codec;
        this.consumerConfig = new HashMap<>(kafkaConfig);
        consumerConfig.keySet().removeIf(name -> name.startsWith("group."));
        consumerConfig.putAll(
                Map.of(
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        API_TIMEOUT_MILLIS,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        API_TIMEOUT_MILLIS));
        consumerConfig.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "program-feed");
    }

    /** Like {@link #start(Duration)}, within a minute. */
    public void start() {
        start(DEFAULT_START_TIMEOUT);
    }

    /**
     * Starts to read, and returns when everything has been read that was on the topic.
     *
     * @throws IllegalStateException when that takes longer than the timeout, with what held it up,
     *     or when the feed was started before
     */
    public synchronized void start(Duration timeout) {
        if (thread != null || closed) {
            throw new IllegalStateException("Expected a new feed, but it was started before.");
        }
        String name = String.valueOf(consumerConfig.get(ConsumerConfig.CLIENT_ID_CONFIG));
        FeedThread feed =
                new FeedThread(
                        name, consumer(name), consumer(name + "-ends"), codec, programs, catchUps);
        thread = feed;
        feed.start();
        if (!catchUp(timeout)) {
            close();
            throw new IllegalStateException(
                    "Expected to have read %s at %s within %s, but %s."
                            .formatted(
                                    Topics.PROGRAMS.name(),
                                    consumerConfig.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG),
                                    timeout,
                                    feed.trouble()));
        }
    }

    /** The newest version read so far, or nothing when no version was. */
    public Optional<PublishedProgram> find(String program) {
        return Optional.ofNullable(programs.find(program));
    }

    /** The newest version read so far of every program. */
    public Collection<PublishedProgram> all() {
        return programs.all();
    }

    /**
     * Waits until everything has been read that was on the topic when this was called. Callers that
     * wait at the same time share the work. What was sent in a transaction is on the topic once the
     * broker has finished it, which can be a moment after the commit has returned.
     *
     * @return whether that was so within the timeout; {@code false} also when the feed was closed
     *     or the thread interrupted, whose flag is then set
     */
    public boolean catchUp(Duration timeout) {
        if (closed) {
            return false;
        }
        FeedThread feed = thread;
        if (feed == null) {
            throw new IllegalStateException("Expected a started feed, but it was not.");
        }
        CompletableFuture<Void> caughtUp = catchUps.ask(feed::wakeUp);
        try {
            caughtUp.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Waits until a version or a later one has been read, and every listener has been told.
     *
     * @return whether that was so within the timeout; {@code false} also when the feed was closed
     *     or the thread interrupted, whose flag is then set
     */
    public boolean awaitVersion(String program, int version, Duration timeout) {
        return programs.awaitVersion(program, version, timeout);
    }

    /**
     * Tells a listener of every version: of those known already at once, on the caller's thread,
     * then of each new one on the feed's thread, before {@link #find} answers it. Of versions
     * published in quick succession it may be told only the last. A listener that throws is told of
     * the next version all the same.
     */
    public void onPublished(Consumer<PublishedProgram> listener) {
        programs.tell(listener);
    }

    /** Stops reading. What was read can still be found. */
    @Override
    public void close() {
        closed = true;
        FeedThread feed = thread;
        if (feed != null) {
            feed.close();
        }
        catchUps.close();
        programs.close();
    }

    private KafkaConsumer<byte[], byte[]> consumer(String clientId) {
        Map<String, Object> config = new HashMap<>(consumerConfig);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(config);
    }
}
