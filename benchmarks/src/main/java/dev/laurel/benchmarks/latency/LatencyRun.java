package dev.laurel.benchmarks.latency;

import dev.laurel.benchmarks.throughput.EventSender;
import dev.laurel.benchmarks.workload.WorkloadEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sends single events on a fixed schedule, whether or not earlier ones are answered, and measures
 * every wait from the moment that the schedule has for the event: a stall counts for all events
 * that should have been sent while it lasted.
 */
public final class LatencyRun {

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    /**
     * What one run found.
     *
     * @param rate events per second that were scheduled
     * @param acknowledged from the scheduled moment to the gateway's answer, all events
     * @param visible from the scheduled moment to the balance being visible, sampled events
     */
    public record Outcome(double rate, Percentiles acknowledged, Percentiles visible) {}

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
     * @param sampled events of members that have no other, spread evenly over the load
     * @param rate events per second, samples included
     */
    public Outcome run(List<WorkloadEvent> events, List<WorkloadEvent> sampled, double rate) {
        int every = Math.max(1, events.size() / sampled.size());
        long start = System.nanoTime();
        try (ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor()) {
            int slot = 0;
            for (int index = 0; index < events.size(); index++) {
                submit(requests, events.get(index), null, start + nanos(slot++, rate));
                if (index % every == every - 1 && index / every < sampled.size()) {
                    WorkloadEvent sample = sampled.get(index / every);
                    submit(requests, sample, sample, start + nanos(slot++, rate));
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
        return new Outcome(rate, Percentiles.of(acknowledged), Percentiles.of(visible));
    }

    private void submit(
            ExecutorService requests,
            WorkloadEvent event,
            @Nullable WorkloadEvent sample,
            long scheduled) {
        for (long ahead = scheduled - System.nanoTime();
                ahead > 0;
                ahead = scheduled - System.nanoTime()) {
            LockSupport.parkNanos(ahead);
        }
        requests.execute(() -> {
            try {
                sender.sendOne(event.json());
                acknowledged.add(since(scheduled));
                if (sample != null) {
                    balance.await(sample.member(), sample.stars(), AT_MOST);
                    visible.add(since(scheduled));
                }
            } catch (IOException | IllegalStateException e) {
                failures.add(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failures.add(e);
            }
        });
    }

    private static long nanos(int slot, double rate) {
        return (long) (slot * 1e9 / rate);
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
