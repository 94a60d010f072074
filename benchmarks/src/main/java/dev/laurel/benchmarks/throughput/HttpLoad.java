package dev.laurel.benchmarks.throughput;

import dev.laurel.benchmarks.workload.Workload;
import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends batches over several connections, each as fast as it is answered. */
public final class HttpLoad implements Load {

    private final EventSender sender;
    private final int connections;
    private final int batchSize;

    public HttpLoad(EventSender sender, int connections, int batchSize) {
        this.sender = sender;
        this.connections = connections;
        this.batchSize = batchSize;
    }

    @Override
    public void send(List<WorkloadEvent> events) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int worker = 0; worker < connections; worker++) {
                ends.add(
                        workers.submit(() -> {
                            sendSome(events, next);
                            return null;
                        }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
    }

    private void sendSome(List<WorkloadEvent> events, AtomicInteger next) throws IOException {
        for (int from = next.getAndAdd(batchSize);
                from < events.size();
                from = next.getAndAdd(batchSize)) {
            List<WorkloadEvent> batch =
                    events.subList(from, Math.min(from + batchSize, events.size()));
            sender.sendBatch(Workload.batch(batch), batch.size());
        }
    }
}
