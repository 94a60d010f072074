package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.Verdict;
import dev.laurel.rules.evaluation.stream.Emission.Decided;
import dev.laurel.topics.RecordCodec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives members what the news of their teams and of their places say, with the same stores as their
 * own events.
 */
final class SettleProcessor implements Processor<byte[], byte[], byte[], Emission> {

    private static final Logger log = LoggerFactory.getLogger(SettleProcessor.class);

    private final ProgramsInForce programs;
    private final RecordCodec codec;
    private final EvaluationSteps steps;
    private ProcessorContext<byte[], Emission> context;
    private MemberStore members;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    SettleProcessor(ProgramsInForce programs, RecordCodec codec, EvaluationSteps steps) {
        this.programs = programs;
        this.codec = codec;
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        this.context = context;
        this.members = new MemberStore(context, codec);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        steps.during(record, context, () -> settle(record));
    }

    private void settle(Record<byte[], byte[]> record) {
        String program = TeamRecords.program(record);
        programs.await(program, TeamRecords.version(record));
        switch (programs.find(program)) {
            case Unusable(String reason) -> context.forward(Aside.of(record, context, reason));
            case Usable(ProgramInForce usable) -> settle(record, usable);
        }
    }

    private void settle(Record<byte[], byte[]> record, ProgramInForce program) {
        String member = new String(record.key(), UTF_8);
        Verdict verdict;
        try {
            MemberState state = members.reading().state(member);
            verdict =
                    PlaceRecords.isOfPlace(record)
                            ? Verdict.of(program, state, PlaceMessages.news(record.value()))
                            : Verdict.of(program, state, TeamMessages.news(record.value()));
        } catch (KafkaException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException bug) {
            log.error("News could not be settled, they are set aside: {}", member, bug);
            context.forward(Aside.of(record, context, "The engine failed on this: " + bug));
            return;
        }
        members.keep(member, verdict);
        context.forward(
                steps.following(
                        new Record<>(
                                record.key(),
                                new Decided(codec.write(verdict.decision())),
                                record.timestamp(),
                                new RecordHeaders())));
    }
}
