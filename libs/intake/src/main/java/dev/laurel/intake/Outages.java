package dev.laurel.intake;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.RetryListener;

/**
 * Says once a minute that a topic is waiting, and why; used by one listener container's threads.
 */
final class Outages implements RetryListener {

    private static final Logger log = LoggerFactory.getLogger(TopicIntake.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final String topic;
    private volatile long lastSaid = System.nanoTime() - INTERVAL.toNanos();

    Outages(String topic) {
        this.topic = topic;
    }

    @Override
    public void failedDelivery(
            ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        say(failure);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
        say(failure);
    }

    private void say(@Nullable Exception failure) {
        long now = System.nanoTime();
        if (now - lastSaid >= INTERVAL.toNanos()) {
            lastSaid = now;
            String cause =
                    failure == null
                            ? "for a reason that was not given"
                            : NestedExceptionUtils.getMostSpecificCause(failure).toString();
            log.warn("{} waits and is tried again for ever: {}", topic, cause);
        }
    }
}
