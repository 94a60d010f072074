package dev.laurel.rules.evaluation.stream;

import dev.laurel.engine.EventMemory;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTraceCodec;
import dev.laurel.rules.evaluation.Verdict;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about members, in the two stores of one task: {@value #MEMBERS} by {@code
 * program/member}, {@value #EVENTS} by that, source and id with a NUL between. Traces of events are
 * kept for ever for now: a reversal or a duplicate may come at any time.
 */
final class MemberStore {

    static final String MEMBERS = "members";
    static final String EVENTS = "events";

    private final KeyValueStore<String, byte[]> members;
    private final KeyValueStore<String, byte[]> events;

    MemberStore(ProcessorContext<?, ?> context) {
        this.members = context.getStateStore(MEMBERS);
        this.events = context.getStateStore(EVENTS);
    }

    static StoreBuilder<?> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    MemberState state(String key) {
        byte[] bytes = members.get(key);
        return bytes == null ? MemberState.EMPTY : MemberStateCodec.decode(bytes);
    }

    EventMemory memory(String key) {
        return event -> trace(key, event);
    }

    private @Nullable EventTrace trace(String key, EventKey event) {
        byte[] bytes = events.get(eventKey(key, event));
        return bytes == null ? null : EventTraceCodec.decode(bytes);
    }

    /** Writes what a decision changed. */
    void keep(String key, Verdict verdict) {
        byte[] state = verdict.state();
        if (state != null) {
            members.put(key, state);
        }
        for (Verdict.Trace trace : verdict.traces()) {
            events.put(eventKey(key, trace.event()), trace.bytes());
        }
    }

    private static String eventKey(String key, EventKey event) {
        return key + '\0' + event.source() + '\0' + event.id();
    }
}
