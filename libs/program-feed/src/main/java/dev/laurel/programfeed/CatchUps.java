package dev.laurel.programfeed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Requests to have read everything that is on the topic now. All that come in before the feed looks
 * at the end of the topic are answered by that one look.
 */
final class CatchUps {

    private record Target(CompletableFuture<Void> reached, Map<TopicPartition, Long> ends) {}

    private @Nullable CompletableFuture<Void> waiting;
    private boolean idle;
    private boolean closed;

    // Only the feed's thread touches it.
    private final List<Target> targets = new ArrayList<>();

    /**
     * From any thread: completes when the feed has read up to the end as it is from now on.
     *
     * @param wake run if the feed waits for nothing but new records. It is not woken while it reads
     *     for others: were it, a crowd of callers could keep it from reading for ever.
     */
    CompletableFuture<Void> ask(Runnable wake) {
        CompletableFuture<Void> asked;
        boolean asleep;
        synchronized (this) {
            if (waiting == null) {
                waiting = new CompletableFuture<>();
                if (closed) {
                    waiting.cancel(false);
                }
            }
            asked = waiting;
            asleep = idle;
            idle = false;
        }
        if (asleep) {
            wake.run();
        }
        return asked;
    }

    /** On the feed's thread: how long to wait for records, at most as long as given. */
    synchronized Duration patience(Duration most) {
        idle = targets.isEmpty() && waiting == null;
        return targets.isEmpty() && waiting != null ? Duration.ZERO : most;
    }

    /** On the feed's thread: it no longer waits for records. */
    synchronized void awake() {
        idle = false;
    }

    /** On the feed's thread: looks at the end of the topic for those who wait, if any do. */
    void aim(Supplier<Map<TopicPartition, Long>> ends) {
        CompletableFuture<Void> reached = take();
        if (reached == null) {
            return;
        }
        try {
            targets.add(new Target(reached, ends.get()));
        } catch (KafkaException failure) {
            // They wait on, for the next look.
            CompletableFuture<Void> _ = ask(() -> {}).thenRun(() -> reached.complete(null));
            throw failure;
        }
    }

    /** On the feed's thread: answers those whose end has been reached. */
    void answer(ToLongFunction<TopicPartition> position) {
        targets.removeIf(target -> {
            boolean reached =
                    target.ends().entrySet().stream()
                            .allMatch(end -> position.applyAsLong(end.getKey()) >= end.getValue());
            if (reached) {
                target.reached().complete(null);
            }
            return reached;
        });
    }

    /** Lets go of everybody who waits. */
    synchronized void close() {
        closed = true;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private synchronized @Nullable CompletableFuture<Void> take() {
        CompletableFuture<Void> taken = waiting;
        waiting = null;
        return taken;
    }
}
