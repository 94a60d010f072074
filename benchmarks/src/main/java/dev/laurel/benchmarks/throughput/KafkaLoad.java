package dev.laurel.benchmarks.throughput;

import dev.laurel.benchmarks.limits.RawProducer;
import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Writes events straight onto {@code laurel.events}, as a producer of the shop itself would. */
public final class KafkaLoad implements Load {

    private final String bootstrapServers;
    private final String program;
    private final Clock clock;

    public KafkaLoad(String bootstrapServers, String program, Clock clock) {
        this.bootstrapServers = bootstrapServers;
        this.program = program;
        this.clock = clock;
    }

    @Override
    public void send(List<WorkloadEvent> events) throws InterruptedException, ExecutionException {
        try (RawProducer producer = new RawProducer(bootstrapServers)) {
            producer.send(events.stream().map(event -> event.toRecord(program, clock.instant())));
        }
    }
}
