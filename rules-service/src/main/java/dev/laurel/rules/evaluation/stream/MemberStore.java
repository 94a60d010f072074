package dev.laurel.rules.evaluation.stream;

import dev.laurel.rules.evaluation.Verdict;
import dev.laurel.topics.RecordCodec;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What is kept about members, in the stores of one task: {@value #MEMBERS} by {@code
 * program/member}, {@value #EVENTS} by that, source and id with a NUL between, {@value #ATTRIBUTES}
 * again by {@code program/member}. Traces of events go when neither a duplicate nor a reversal can
 * ask for them, see {@link Forgetting}.
 */
final class MemberStore {

    /** What events have done to members. */
    static final String MEMBERS = "members";

    /** What every event has done. */
    static final String EVENTS = "events";

    /**
     * What the registry says of members, as it is on its topic; and their tiers, {@link KeptTiers}.
     */
    static final String ATTRIBUTES = "attributes";

    private final KeyValueStore<String, byte[]> members;
    private final KeyValueStore<String, byte[]> events;
    private final MemberReading reading;

    MemberStore(ProcessorContext<?, ?> context, RecordCodec codec) {
        this.members = context.getStateStore(MEMBERS);
        this.events = context.getStateStore(EVENTS);
        this.reading = new MemberReading(members, events, context.getStateStore(ATTRIBUTES), codec);
    }

    static StoreBuilder<?> builder(String name) {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    MemberReading reading() {
        return reading;
    }

    /** Writes what a decision changed. */
    void keep(String key, Verdict verdict) {
        byte[] state = verdict.state();
        if (state != null) {
            members.put(key, state);
        }
        for (Verdict.Trace trace : verdict.traces()) {
            events.put(MemberReading.eventKey(key, trace.event()), trace.bytes());
        }
    }
}
