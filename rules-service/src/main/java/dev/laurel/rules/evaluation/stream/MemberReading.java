package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.engine.EventMemory;
import dev.laurel.engine.Program;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTraceCodec;
import dev.laurel.rules.evaluation.EngineMembers;
import dev.laurel.topics.RecordCodec;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is kept about members.
 *
 * @param members by {@code program/member}, see {@link MemberStore#MEMBERS}
 * @param events by event, see {@link MemberStore#EVENTS}
 * @param attributes by {@code program/member}, see {@link MemberStore#ATTRIBUTES}
 */
record MemberReading(
        ReadOnlyKeyValueStore<String, byte[]> members,
        ReadOnlyKeyValueStore<String, byte[]> events,
        ReadOnlyKeyValueStore<String, byte[]> attributes,
        RecordCodec codec) {

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

    /**
     * What the registry says, nothing but the id when it has said nothing; and the tier, where the
     * program has some.
     */
    Member member(MemberKey key, Program program) {
        byte[] bytes = attributes.get(key.toString());
        Member member =
                bytes == null
                        ? Member.of(key.member())
                        : EngineMembers.of(codec.read(bytes, MemberAttributes.class));
        return program.tiers().levels().isEmpty()
                ? member
                : member.in(KeptTiers.find(attributes, codec, key.toString()));
    }

    static String eventKey(String key, EventKey event) {
        return key + '\0' + event.source() + '\0' + event.id();
    }
}
