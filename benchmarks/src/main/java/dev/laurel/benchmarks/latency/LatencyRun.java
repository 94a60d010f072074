package dev.laurel.benchmarks.latency;

import dev.laurel.benchmarks.throughput.EventSender;
import dev.laurel.benchmarks.workload.Workload;
import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a load on a fixed schedule, whether or not earlier requests are answered, and single events
 * in between whose waits it measures from the moment that the schedule has for them: a stall counts
 * for all that should have been sent while it lasted.
 */
public final class LatencyRun {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    /**
     * What one run found.
     *
     * @param rate events per second that were scheduled
     * @param batch events of the load in a request
     * @param acknowledged from the scheduled moment of a single event to the gateway's answer
     * @param visible from that moment to the balance being visible
     */
    public record Outcome(double rate, int batch, Percentiles acknowledged, Percentiles visible) {}

    private final EventSender sender;
    private final VisibleBalance balance;
    private final Queue<Duration> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> visible = new ConcurrentLinkedQueue<>();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

    public LatencyRun(EventSender sender, VisibleBalance balance) {
        this.sender = sender;
        this.balance = balance;
    }

    /**
     * Sends all events.
     *
     * @param events the load
     * @param batch events of it in a request, each request sent when its last event is due
     * @param sampled events of members that have no other, spread evenly over the load
     * @param rate events per second, samples included
     */
    public Outcome run(
            List<WorkloadEvent> events, int batch, List<WorkloadEvent> sampled, double rate) {
        int every = Math.max(1, events.size() / sampled.size());
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            int slot = 0;
            for (int index = 0; index < events.size(); index++) {
                slot++;
                if (index % batch == batch - 1) {
                    List<WorkloadEvent> due = events.subList(index + 1 - batch, index + 1);
                    awaitSlot(start + nanos(slot, rate));
                    requests.execute(() -> send(due));
                }
                if (index % every == every - 1 && index / every < sampled.size()) {
                    WorkloadEvent sample = sampled.get(index / every);
                    long scheduled = start + nanos(++slot, rate);
                    awaitSlot(scheduled);
                    requests.execute(() -> measure(sample, scheduled));
                }
            }
        }
        Exception failure = failures.peek();
        if (failure != null) {
            throw new IllegalStateException(
                    "Expected every request to succeed, but %d failed; the first one: %s"
                            .formatted(failures.size(), failure),
                    failure);
        }
        return new Outcome(rate, batch, Percentiles.of(acknowledged), Percentiles.of(visible));
    }

    private static void awaitSlot(long scheduled) {
        for (long ahead = scheduled - System.nanoTime();
                ahead > 0;
                ahead = scheduled - System.nanoTime()) {
            LockSupport.parkNanos(ahead);
        }
    }

    private void send(List<WorkloadEvent> due) {
        try {
            if (due.size() == 1) {
                sender.sendOne(due.getFirst().json());
            } else {
                sender.sendBatch(Workload.batch(due), due.size());
            }
        } catch (IOException | IllegalStateException e) {
            failures.add(e);
        }
    }

    private void measure(WorkloadEvent sample, long scheduled) {
        try {
            sender.sendOne(sample.json());
            acknowledged.add(since(scheduled));
            balance.await(sample.member(), sample.stars(), AT_MOST);
            visible.add(since(scheduled));
        } catch (IOException | IllegalStateException e) {
            failures.add(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add(e);
        }
    }

    private static long nanos(int slot, double rate) {
        return (long) (slot * 1e9 / rate);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
