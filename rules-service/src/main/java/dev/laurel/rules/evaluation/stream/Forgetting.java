package dev.laurel.rules.evaluation.stream;

import dev.laurel.engine.periods.Retention;
import dev.laurel.engine.traces.EventTraceCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Deletes traces of events that nothing can ask for any more: goes round the store of one task, a
 * bounded number of traces at a time. The engine does not look at such traces, so it makes no
 * difference when they go.
 */
final class Forgetting {

    /** By the time of the records, so that nothing is forgotten while nothing is read. */
    static final Duration EVERY = Duration.ofMinutes(1);

    /** Some 14 million a day; reading so many in order takes a few milliseconds. */
    static final int AT_ONCE = 10_000;

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<String, byte[]> events;
    private @Nullable String next;

    private Forgetting(ProcessorContext<?, ?> context) {
        this.context = context;
        this.events = context.getStateStore(MemberStore.EVENTS);
    }

    /** From now on, for the stores of this task. */
    static void begin(ProcessorContext<?, ?> context) {
        Forgetting forgetting = new Forgetting(context);
        context.schedule(EVERY, PunctuationType.STREAM_TIME, forgetting::forget);
    }

    /**
     * @param streamTime of the latest record; a record from the future does not count
     */
    private void forget(long streamTime) {
        long now = Math.min(streamTime, context.currentSystemTimeMs());
        List<String> expired = expired(Retention.utc(Instant.ofEpochMilli(now)));
        expired.forEach(events::delete);
    }

    private List<String> expired(LocalDate today) {
        List<String> expired = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> traces = events.range(next, null)) {
            for (int seen = 0; seen < AT_ONCE && traces.hasNext(); seen++) {
                KeyValue<String, byte[]> trace = traces.next();
                LocalDate until = EventTraceCodec.until(trace.value);
                // One day more, as records that are still to come may have been recorded before.
                if (until != null && until.plusDays(1).isBefore(today)) {
                    expired.add(trace.key);
                }
            }
            next = traces.hasNext() ? traces.peekNextKey() : null;
        }
        return expired;
    }
}
