package dev.laurel.benchmarks.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks at the memory of some processes twice a second and remembers the most that it saw. */
public final class MemoryPeak implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Supplier<? extends Collection<ProcessHandle>> processes;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long bytes;

    private MemoryPeak(Supplier<? extends Collection<ProcessHandle>> processes) {
        this.processes = processes;
    }

    /** Begins to look. */
    public static MemoryPeak of(Supplier<? extends Collection<ProcessHandle>> processes) {
        MemoryPeak peak = new MemoryPeak(processes);
        Thread.ofPlatform().name("memory-peak").daemon().start(peak::watch);
        return peak;
    }

    /** The most memory of all of them together, 0 where the system does not say. */
    public long bytes() {
        return bytes;
    }

    private void watch() {
        try {
            do {
                bytes = Math.max(bytes, now());
            } while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long now() {
        return processes.get().stream()
                .mapToLong(process -> ProcessUse.memory(process).orElse(0L))
                .sum();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
