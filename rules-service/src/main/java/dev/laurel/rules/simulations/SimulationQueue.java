package dev.laurel.rules.simulations;

import dev.laurel.rules.simulations.EventFeed.Unwanted;
import dev.laurel.simulation.Edition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs simulations one at a time; a few may wait. It tells the store every few seconds which it
 * has, so that those of a process that is gone can be told from those that take long.
 */
public final class SimulationQueue implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SimulationQueue.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** How long a job may be silent before it counts as interrupted. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulationJobs jobs;
    private final Function<Map<String, Object>, String> json;
    private final Clock clock;
    private final int mostEvents;
    private final Set<UUID> mine = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker;
    private final ScheduledExecutorService pulse;

    /**
     * Begins to work.
     *
     * @param json writes results
     * @param waiting how many jobs may wait
     * @param mostEvents how many events one may have, as members and traces are kept in memory
     */
    public SimulationQueue(
            SimulationJobs jobs,
            Function<Map<String, Object>, String> json,
            Clock clock,
            int waiting,
            int mostEvents) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
        this.mostEvents = mostEvents;
        this.worker =
                new ThreadPoolExecutor(
                        1,
                        1,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(waiting),
                        Thread.ofPlatform().name("simulations").factory());
        this.pulse =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("simulations-pulse").factory());
        ScheduledFuture<?> _ =
                pulse.scheduleWithFixedDelay(
                        this::pulse, 0, SIGN_OF_LIFE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a job, if there is room.
     *
     * @param live what to compare with
     */
    public boolean offer(SimulationJob job, Edition draft, @Nullable Edition live, EventFeed feed) {
        mine.add(job.id());
        try {
            worker.execute(() -> run(job, draft, live, feed));
            return true;
        } catch (RejectedExecutionException full) {
            mine.remove(job.id());
            return false;
        }
    }

    private void run(SimulationJob job, Edition draft, @Nullable Edition live, EventFeed feed) {
        try {
            if (!jobs.advance(job.id(), 0, null)) {
                return;
            }
            Map<String, Object> result =
                    SimulationRun.run(
                            draft,
                            live,
                            feed,
                            job.request().top(),
                            mostEvents,
                            clock,
                            (done, total) ->
                                    !Thread.currentThread().isInterrupted()
                                            && jobs.advance(job.id(), done, total));
            jobs.end(job.id(), SimulationState.DONE, null, json.apply(result));
        } catch (Unwanted cancelled) {
            log.info("Simulation {} is not wanted any more.", job.id());
        } catch (SimulationRun.TooMany tooMany) {
            jobs.end(job.id(), SimulationState.FAILED, String.valueOf(tooMany.getMessage()), null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            log.error("Simulation {} failed.", job.id(), failure);
            jobs.end(
                    job.id(),
                    SimulationState.FAILED,
                    "It could not be finished: " + failure.getClass().getSimpleName() + ".",
                    null);
        } finally {
            mine.remove(job.id());
        }
    }

    private void pulse() {
        try {
            jobs.keepAlive(List.copyOf(mine));
            jobs.interruptSilentSince(clock.instant().minus(PATIENCE));
        } catch (RuntimeException databaseAway) {
            log.warn("Could not say which simulations are alive.", databaseAway);
        }
    }

    /** Ends what runs and what waits as interrupted. */
    @Override
    public void close() {
        pulse.shutdownNow();
        for (UUID id : List.copyOf(mine)) {
            jobs.end(id, SimulationState.INTERRUPTED, "The service was stopped.", null);
        }
        worker.shutdownNow();
    }
}
