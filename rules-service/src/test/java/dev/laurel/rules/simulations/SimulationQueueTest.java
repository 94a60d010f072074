package dev.laurel.rules.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.rules.simulations.GivenEvents.Line;
import dev.laurel.simulation.Edition;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulationQueueTest {

    private final InMemory jobs = new InMemory();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final SimulationQueue queue =
            new SimulationQueue(jobs, Map::toString, Clock.systemUTC(), 1, 3);

    @AfterEach
    void stop() {
        gate.countDown();
        queue.close();
    }

    /** Jobs as the table has them. */
    private static final class InMemory implements SimulationJobs {

        private final Map<UUID, SimulationState> states = new ConcurrentHashMap<>();
        private final Map<UUID, String> ends = new ConcurrentHashMap<>();

        @Override
        public Asked ask(String program, SimulationRequest request, @Nullable String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void withdraw(UUID id) {
            states.remove(id);
        }

        @Override
        public Optional<SimulationJob> find(String program, UUID id) {
            return Optional.empty();
        }

        @Override
        public List<SimulationJob> latest(String program, int limit) {
            return List.of();
        }

        @Override
        public boolean advance(UUID id, long done, @Nullable Long total) {
            return states.computeIfPresent(
                            id,
                            (same, state) ->
                                    state == SimulationState.QUEUED
                                            ? SimulationState.RUNNING
                                            : state)
                    == SimulationState.RUNNING;
        }

        @Override
        public boolean end(
                UUID id, SimulationState state, @Nullable String reason, @Nullable String result) {
            boolean open =
                    states.get(id) == SimulationState.QUEUED
                            || states.get(id) == SimulationState.RUNNING;
            if (open) {
                states.put(id, state);
                ends.put(id, reason == null ? String.valueOf(result) : reason);
            }
            return open;
        }

        @Override
        public void keepAlive(Collection<UUID> ids) {}

        @Override
        public void interruptSilentSince(Instant since) {}
    }

    private SimulationJob job(int number) {
        UUID id = new UUID(0, number);
        jobs.states.put(id, SimulationState.QUEUED);
        return new SimulationJob(
                id,
                "shop",
                new SimulationRequest("draft", null, null, null, null, 10),
                SimulationState.QUEUED,
                Instant.EPOCH,
                null,
                null,
                0,
                null,
                null,
                null);
    }

    private static Edition edition() {
        Map<String, Object> document =
                Map.of(
                        "program",
                        "shop",
                        "timeZone",
                        "Etc/UTC",
                        "wallets",
                        List.of(Map.of("id", "stars")),
                        "events",
                        Map.of("visit", Map.of()),
                        "rules",
                        List.of(
                                Map.of(
                                        "id",
                                        "welcome",
                                        "on",
                                        "visit",
                                        "award",
                                        Map.of("stars", "1"))));
        if (!(ProgramCompiler.compile(document) instanceof Compiled compiled)) {
            throw new AssertionError(ProgramCompiler.compile(document).toString());
        }
        return Edition.of(document, compiled.program());
    }

    private static GivenEvents events(int count) {
        return new GivenEvents(
                java.util.stream.IntStream.range(0, count)
                        .mapToObj(n ->
                                new Line(
                                        new Event(
                                                "/tills",
                                                "e" + n,
                                                "visit",
                                                "ann",
                                                Instant.EPOCH,
                                                Instant.EPOCH,
                                                true,
                                                Map.of()),
                                        ""))
                        .toList(),
                Map::of);
    }

    /** Events of which the first comes when the gate opens. */
    private EventFeed gated() {
        return new EventFeed() {
            @Override
            public Map<String, Member> members() {
                return Map.of();
            }

            @Override
            public void read(Taker taker) {
                try {
                    gate.await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new Unwanted();
                }
                events(1).read(taker);
            }
        };
    }

    private void awaitState(int number, SimulationState state) {
        await().until(() -> jobs.states.get(new UUID(0, number)) == state);
    }

    @Test
    void runsOneAndLetsOneWaitAndRefusesMore() {
        // Given
        assertThat(queue.offer(job(1), edition(), null, gated())).isTrue();
        awaitState(1, SimulationState.RUNNING);

        // Then
        assertThat(queue.offer(job(2), edition(), null, events(2))).isTrue();
        assertThat(queue.offer(job(3), edition(), null, events(1))).isFalse();
        assertThat(jobs.states.get(new UUID(0, 2))).isEqualTo(SimulationState.QUEUED);
        gate.countDown();
        awaitState(2, SimulationState.DONE);
        assertThat(jobs.ends.get(new UUID(0, 2))).contains("events=2");
    }

    @Test
    void doesNotRunWhatWasCancelledWhileItWaited() {
        // Given
        queue.offer(job(1), edition(), null, gated());
        awaitState(1, SimulationState.RUNNING);
        queue.offer(job(2), edition(), null, events(1));

        // When
        jobs.end(new UUID(0, 2), SimulationState.CANCELLED, "It was cancelled.", null);
        gate.countDown();

        // Then
        awaitState(1, SimulationState.DONE);
        assertThat(queue.offer(job(3), edition(), null, events(1))).isTrue();
        awaitState(3, SimulationState.DONE);
        assertThat(jobs.states.get(new UUID(0, 2))).isEqualTo(SimulationState.CANCELLED);
    }

    @Test
    void failsWhatIsMoreThanFits() {
        // When
        queue.offer(job(1), edition(), null, events(4));

        // Then
        awaitState(1, SimulationState.FAILED);
        assertThat(jobs.ends.get(new UUID(0, 1)))
                .isEqualTo("Expected at most 3 events, but there are more.");
    }

    @Test
    void interruptsWhatRunsAndWhatWaitsWhenItStops() {
        // Given
        queue.offer(job(1), edition(), null, gated());
        awaitState(1, SimulationState.RUNNING);
        queue.offer(job(2), edition(), null, events(1));

        // When
        queue.close();

        // Then
        assertThat(jobs.states)
                .containsEntry(new UUID(0, 1), SimulationState.INTERRUPTED)
                .containsEntry(new UUID(0, 2), SimulationState.INTERRUPTED);
    }
}
