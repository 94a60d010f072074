package dev.laurel.rules.evaluation.stream;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.MemberKey;
import dev.laurel.engine.Due;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.rules.evaluation.EngineEvents;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.stream.Emission.Announced;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Emits events about silent members onto {@code laurel.events}: goes round the members of one task,
 * a bounded number of them at a time. That a silence has been told of is stored in the transaction
 * that sends the event, so whoever takes over goes on behind it.
 */
final class Announcing {

    /** Some 14 million a day when it is done every minute. */
    static final int AT_ONCE = 10_000;

    private final ProcessorContext<byte[], Emission> context;
    private final KeyValueStore<String, byte[]> members;
    private final ProgramsInForce programs;
    private final KafkaEvents codec = new KafkaEvents();
    private @Nullable String next;

    private Announcing(ProcessorContext<byte[], Emission> context, ProgramsInForce programs) {
        this.context = context;
        this.members = context.getStateStore(MemberStore.MEMBERS);
        this.programs = programs;
    }

    /**
     * From now on, for the members of this task.
     *
     * @param every how often, by the clock of this machine: nothing else tells that nothing happens
     */
    static void begin(
            ProcessorContext<byte[], Emission> context, ProgramsInForce programs, Duration every) {
        Announcing announcing = new Announcing(context, programs);
        context.schedule(
                every,
                PunctuationType.WALL_CLOCK_TIME,
                now -> announcing.announce(Instant.ofEpochMilli(now)));
    }

    private void announce(Instant now) {
        for (KeyValue<MemberKey, Due> due : due(now)) {
            members.put(due.key.toString(), MemberStateCodec.encode(due.value.state()));
            due.value.events().forEach(event -> send(due.key, event, now));
        }
    }

    private void send(MemberKey member, Event event, Instant now) {
        ProducerRecord<byte[], byte[]> record =
                codec.toRecord(EngineEvents.emitted(event, member.program()));
        context.forward(
                new Record<>(
                        record.key(),
                        new Announced(record.value()),
                        now.toEpochMilli(),
                        record.headers()));
    }

    @SuppressWarnings(
            "ReferenceEquality") // the engine gives the same instance back when nothing is due
    private List<KeyValue<MemberKey, Due>> due(Instant now) {
        Map<String, List<Program>> announcing = new HashMap<>();
        List<KeyValue<MemberKey, Due>> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> states = members.range(next, null)) {
            for (int seen = 0; seen < AT_ONCE && states.hasNext(); seen++) {
                KeyValue<String, byte[]> each = states.next();
                MemberKey key = MemberKey.parse(each.key);
                for (Program program :
                        announcing.computeIfAbsent(key.program(), this::ifAnnouncing)) {
                    var state = MemberStateCodec.decode(each.value);
                    Due due = Engine.due(program, key.member(), state, now);
                    if (due.state() != state) {
                        found.add(KeyValue.pair(key, due));
                    }
                }
            }
            next = states.hasNext() ? states.peekNextKey() : null;
        }
        return found;
    }

    /** The program in force, if it has anything to tell of silences. */
    private List<Program> ifAnnouncing(String id) {
        return switch (programs.find(id)) {
            case Usable(var usable) ->
                    usable.program().silences().isEmpty() ? List.of() : List.of(usable.program());
            case Unusable _ -> List.of();
        };
    }
}
