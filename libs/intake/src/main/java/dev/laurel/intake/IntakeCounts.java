package dev.laurel.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What became of a topic's records in this process. Thread-safe. */
final class IntakeCounts {

    private final Counter committed;
    private final Counter deadLetters;
    private final AtomicLong newest = new AtomicLong();

    IntakeCounts(String topic, MeterRegistry meters) {
        committed =
                Counter.builder("laurel.intake.records")
                        .description("Records that are in the database")
                        .tag("topic", topic)
                        .register(meters);
        deadLetters =
                Counter.builder("laurel.intake.dead.letters")
                        .description("Records that could not be taken and were set aside")
                        .tag("topic", topic)
                        .register(meters);
        Gauge.builder("laurel.intake.newest", () -> newest.get() / 1e3)
                .description("When the newest record that is in the database was made")
                .baseUnit("seconds")
                .tag("topic", topic)
                .register(meters);
    }

    /**
     * @param made when the newest of them was, in milliseconds since 1970
     */
    void committed(int records, long made) {
        committed.increment(records);
        newest.accumulateAndGet(made, Math::max);
    }

    void setAside() {
        deadLetters.increment();
    }
}
