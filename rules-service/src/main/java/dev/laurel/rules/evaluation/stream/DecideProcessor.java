package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.events.PublicationMark;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.rules.evaluation.EngineEvents;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.Verdict;
import dev.laurel.rules.evaluation.stream.Emission.Decided;
import dev.laurel.rules.evaluation.stream.Emission.Elsewhere;
import dev.laurel.rules.evaluation.stream.Reading.ToAwait;
import dev.laurel.rules.evaluation.stream.Reading.ToDecide;
import dev.laurel.rules.evaluation.stream.Reading.Unreadable;
import dev.laurel.topics.RecordCodec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the member, calls the engine, stores, forwards. One instance per task and source. */
final class DecideProcessor implements Processor<byte[], byte[], byte[], Emission> {

    private static final Logger log = LoggerFactory.getLogger(DecideProcessor.class);

    private final RecordReader reader;
    private final ProgramsInForce programs;
    private final RecordCodec codec;
    private final @Nullable Duration announceEvery;
    private final EvaluationSteps steps;
    private ProcessorContext<byte[], Emission> context;
    private MemberStore members;

    /**
     * @param announceEvery how often to look for silent members in its stores, {@code null} to keep
     *     no house in them: one of those who share them does
     */
    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    DecideProcessor(
            RecordReader reader,
            ProgramsInForce programs,
            RecordCodec codec,
            @Nullable Duration announceEvery,
            EvaluationSteps steps) {
        this.reader = reader;
        this.programs = programs;
        this.codec = codec;
        this.announceEvery = announceEvery;
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        this.context = context;
        this.members = new MemberStore(context, codec);
        if (announceEvery != null) {
            Forgetting.begin(context);
            Announcing.begin(context, programs, announceEvery);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        steps.during(record, context, () -> read(record));
    }

    private void read(Record<byte[], byte[]> record) {
        switch (reader.read(record)) {
            case ToDecide toDecide -> decide(record, toDecide);
            case ToAwait(PublicationMark mark) -> await(record, mark.program(), mark.version());
            case Unreadable(String reason) -> setAside(record, reason);
        }
    }

    private void decide(Record<byte[], byte[]> record, ToDecide toDecide) {
        String program = toDecide.event().program();
        if (toDecide.sinceVersion() > 0 && !await(record, program, toDecide.sinceVersion())) {
            return;
        }
        switch (programs.find(program)) {
            case Unusable(String reason) -> setAside(record, reason);
            case Usable(ProgramInForce usable) -> decideIfKnown(record, toDecide, usable);
        }
    }

    /** The gateway has refused what does not fit; other producers are held to the same here. */
    private void decideIfKnown(
            Record<byte[], byte[]> record, ToDecide toDecide, ProgramInForce program) {
        List<ShapeProblem> problems = program.problems(toDecide.event());
        if (problems.isEmpty()) {
            decide(record, toDecide, program);
        } else {
            setAside(
                    record,
                    problems.stream().map(ShapeProblem::message).collect(Collectors.joining(" ")));
        }
    }

    private void decide(Record<byte[], byte[]> record, ToDecide toDecide, ProgramInForce program) {
        MemberKey member = new MemberKey(toDecide.event().program(), toDecide.beneficiary());
        String key = member.toString();
        Verdict verdict;
        byte[] decision;
        try {
            verdict =
                    Verdict.of(
                            program,
                            members.reading().member(member, program.program()),
                            members.reading().state(key),
                            members.reading().memory(key),
                            EngineEvents.of(toDecide.event()),
                            toDecide.reversals());
            decision = codec.write(verdict.decision());
        } catch (KafkaException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException | StackOverflowError bug) {
            log.error("An event could not be decided, it is set aside: {}", record.key(), bug);
            setAside(record, "The engine failed on this event: " + bug);
            return;
        }
        members.keep(key, verdict);
        forward(
                new Record<>(
                        key.getBytes(UTF_8),
                        new Decided(decision),
                        record.timestamp(),
                        new RecordHeaders()));
        verdict.contributions()
                .forEach(contribution ->
                        forward(
                                TeamRecords.of(member.program(), contribution, program.version())
                                        .withTimestamp(record.timestamp())));
        verdict.claims()
                .forEach(claim ->
                        forward(
                                PlaceRecords.of(member.program(), claim, program.version())
                                        .withTimestamp(record.timestamp())));
        for (String other : verdict.otherBeneficiaries()) {
            forward(
                    BeneficiaryRecords.of(
                                    record,
                                    new MemberKey(member.program(), other),
                                    program.version(),
                                    verdict.reversals())
                            .withValue(new Elsewhere(record.value())));
        }
    }

    private void forward(Record<byte[], ? extends Emission> record) {
        context.forward(steps.following(record));
    }

    /** A version is on its topic before anything that names it: one that is not there is forged. */
    private boolean await(Record<byte[], byte[]> record, String program, int version) {
        boolean known = programs.await(program, version);
        if (!known) {
            setAside(
                    record,
                    "Expected version %d of program '%s' to be published, but it is not."
                            .formatted(version, program));
        }
        return known;
    }

    /** Within the same transaction as everything else. */
    private void setAside(Record<byte[], byte[]> record, String reason) {
        context.forward(Aside.of(record, context, reason));
    }
}
