package dev.laurel.rules.simulations.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.Decoded;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.engine.members.Member;
import dev.laurel.rules.evaluation.EngineEvents;
import dev.laurel.rules.evaluation.EngineMembers;
import dev.laurel.rules.simulations.EventFeed;
import dev.laurel.rules.simulations.RecordedEvents;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.UnreadableRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Events and members of one program, out of the topics of all programs. */
final class RecordedTopics implements RecordedEvents {

    private final TopicReading topics;
    private final RecordCodec codec;
    private final KafkaEvents events = new KafkaEvents();

    RecordedTopics(TopicReading topics, RecordCodec codec) {
        this.topics = topics;
        this.codec = codec;
    }

    @Override
    public Map<String, Member> members(String program) {
        Map<String, Member> members = new HashMap<>();
        topics.read(
                Topics.MEMBERS.name(),
                new TopicReading.Taker() {
                    @Override
                    public void accept(ConsumerRecord<byte[], byte[]> record) {
                        if (isOf(program, record)) {
                            keep(record, program.length() + 1, members);
                        }
                    }

                    @Override
                    public void progress(long done, long total) {}
                });
        return members;
    }

    /** As evaluation has it: what cannot be used leaves what was known before. */
    private void keep(
            ConsumerRecord<byte[], byte[]> record, int prefix, Map<String, Member> members) {
        String id = new String(record.key(), UTF_8).substring(prefix);
        if (record.value() == null) {
            members.remove(id);
            return;
        }
        try {
            Member member = EngineMembers.of(codec.read(record.value(), MemberAttributes.class));
            members.put(id, member);
        } catch (UnreadableRecord | DateTimeException unusable) {
            members.putIfAbsent(id, Member.of(id));
        }
    }

    @Override
    public EventFeed of(String program, @Nullable Instant from, @Nullable Instant to) {
        return new EventFeed() {
            @Override
            public Map<String, Member> members() {
                return RecordedTopics.this.members(program);
            }

            @Override
            public void read(Taker taker) {
                topics.read(Topics.EVENTS.name(), new Range(program, from, to, taker));
            }
        };
    }

    private static boolean isOf(String program, ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key != null && new String(key, UTF_8).startsWith(program + "/");
    }

    /** Lets events of the program pass that were accepted within the range. */
    private final class Range implements TopicReading.Taker {

        private final String program;
        private final @Nullable Instant from;
        private final @Nullable Instant to;
        private final EventFeed.Taker taker;

        Range(String program, @Nullable Instant from, @Nullable Instant to, EventFeed.Taker taker) {
            this.program = program;
            this.from = from;
            this.to = to;
            this.taker = taker;
        }

        @Override
        public void accept(ConsumerRecord<byte[], byte[]> record) {
            if (!isOf(program, record)) {
                return;
            }
            switch (events.decode(
                    record.key(), record.value(), record.headers(), record.timestamp())) {
                case Decoded.DecodedEvent(var event) -> {
                    Instant at = event.recordedTime();
                    if ((from == null || !at.isBefore(from)) && (to == null || at.isBefore(to))) {
                        taker.accept(EngineEvents.of(event));
                    }
                }
                case Decoded.Malformed(String reason) -> taker.refuse(reason);
                case Decoded.DecodedMark _ -> {}
            }
        }

        @Override
        public void progress(long done, long total) {
            taker.progress(done, total);
        }
    }
}
