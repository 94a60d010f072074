package dev.laurel.benchmarks.throughput;

import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A way to bring events to the platform. */
public interface Load {

    /**
     * Sends events and returns once all of them are acknowledged.
     *
     * @throws ExecutionException if one was not
     */
    void send(List<WorkloadEvent> events) throws InterruptedException, ExecutionException;
}
