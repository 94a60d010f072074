package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.Engine;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.teams.TeamResult;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds what members do to their teams, and has word sent to members. */
final class TeamProcessor implements Processor<byte[], byte[], byte[], Emission> {

    private static final Logger log = LoggerFactory.getLogger(TeamProcessor.class);

    private final ProgramsInForce programs;
    private final EvaluationSteps steps;
    private ProcessorContext<byte[], Emission> context;
    private TeamStore teams;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    TeamProcessor(ProgramsInForce programs, EvaluationSteps steps) {
        this.programs = programs;
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        this.context = context;
        this.teams = new TeamStore(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        steps.during(record, context, () -> add(record));
    }

    private void add(Record<byte[], byte[]> record) {
        String program = TeamRecords.program(record);
        programs.await(program, TeamRecords.version(record));
        switch (programs.find(program)) {
            case Unusable(String reason) -> context.forward(Aside.of(record, context, reason));
            case Usable(ProgramInForce usable) -> add(record, program, usable);
        }
    }

    private void add(Record<byte[], byte[]> record, String program, ProgramInForce inForce) {
        String team = new String(record.key(), UTF_8);
        TeamResult result;
        try {
            result =
                    Engine.contribute(
                            inForce.program(),
                            teams.state(team),
                            teams.contributors(team),
                            TeamMessages.contribution(record.value()));
        } catch (KafkaException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException bug) {
            log.error("A contribution could not be added, it is set aside: {}", team, bug);
            context.forward(Aside.of(record, context, "The engine failed on this: " + bug));
            return;
        }
        teams.keep(team, result);
        for (TeamNews news : result.news()) {
            context.forward(
                    steps.following(
                            TeamRecords.of(program, news, inForce.version())
                                    .withTimestamp(record.timestamp())));
        }
    }
}
