package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.Engine;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceMessages;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.engine.winners.PlaceResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lists of who was first. A challenge has one partition for all of its claims, which is
 * what makes the number of places exact.
 */
final class PlaceProcessor implements Processor<byte[], byte[], byte[], Emission> {

    private static final Logger log = LoggerFactory.getLogger(PlaceProcessor.class);

    private final EvaluationSteps steps;
    private ProcessorContext<byte[], Emission> context;
    private PlaceStore lists;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    PlaceProcessor(EvaluationSteps steps) {
        this.steps = steps;
    }

    @Override
    public void init(ProcessorContext<byte[], Emission> context) {
        this.context = context;
        this.lists = new PlaceStore(context);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        steps.during(record, context, () -> place(record));
    }

    private void place(Record<byte[], byte[]> record) {
        String program = TeamRecords.program(record);
        String list;
        PlaceResult result;
        try {
            PlaceClaim claim = PlaceMessages.claim(record.value());
            list = PlaceStore.key(program, claim.request().challenge());
            result = Engine.place(program, lists.list(list), claim);
        } catch (KafkaException infrastructure) {
            throw infrastructure;
        } catch (RuntimeException bug) {
            String key = new String(record.key(), UTF_8);
            log.error("A claim to a place could not be taken in, it is set aside: {}", key, bug);
            context.forward(Aside.of(record, context, "The engine failed on this: " + bug));
            return;
        }
        lists.keep(list, result);
        for (PlaceNews news : result.news()) {
            context.forward(
                    steps.following(
                            PlaceRecords.of(program, news, TeamRecords.version(record))
                                    .withTimestamp(record.timestamp())));
        }
    }
}
