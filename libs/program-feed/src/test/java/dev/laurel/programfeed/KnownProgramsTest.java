package dev.laurel.programfeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.programs.PublishedProgram;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KnownProgramsTest {

    private final KnownPrograms programs = new KnownPrograms();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void closeThreads() {
        threads.shutdownNow();
    }

    @Test
    void goesForwardOnly() {
        // When
        programs.take(version("club", 1));
        programs.take(version("club", 3));
        programs.take(version("club", 2));
        programs.take(version("forum", 1));

        // Then
        assertThat(programs.all())
                .containsExactlyInAnyOrder(version("club", 3), version("forum", 1));
    }

    @Test
    void tellsALateListenerOfWhatIsKnownAndThenOfWhatIsNew() {
        // Given
        List<PublishedProgram> heard = new ArrayList<>();
        programs.take(version("club", 1));
        programs.take(version("club", 2));

        // When
        programs.tell(heard::add);
        programs.take(version("club", 2));
        programs.take(version("club", 3));

        // Then
        assertThat(heard).containsExactly(version("club", 2), version("club", 3));
    }

    @Test
    void hasToldItsListenersBeforeAVersionIsFound() throws Exception {
        // Given
        CountDownLatch listening = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        programs.tell(_ -> {
            listening.countDown();
            await(goOn);
        });
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(
                        () -> programs.awaitVersion("club", 1, Duration.ofMinutes(1)), threads);
        CompletableFuture<Void> taking =
                CompletableFuture.runAsync(() -> programs.take(version("club", 1)), threads);

        // When
        listening.await();

        // Then
        assertThat(programs.find("club")).isNull();
        assertThat(waiting).isNotDone();
        goOn.countDown();
        taking.join();
        assertThat(waiting.join()).isTrue();
    }

    @Test
    void survivesAListenerThatThrows() {
        // Given
        programs.tell(_ -> {
            throw new IllegalStateException("a listener's fault");
        });

        // When
        programs.take(version("club", 1));

        // Then
        assertThat(programs.find("club")).isEqualTo(version("club", 1));
    }

    @Test
    void doesNotWaitForWhatIsThereNorLongerThanItShould() {
        // Given
        programs.take(version("club", 2));

        // Then
        assertThat(programs.awaitVersion("club", 1, Duration.ZERO)).isTrue();
        assertThat(programs.awaitVersion("club", 2, Duration.ZERO)).isTrue();
        assertThat(programs.awaitVersion("club", 3, Duration.ofMillis(20))).isFalse();
    }

    @Test
    void letsGoOfThoseWhoWaitWhenItCloses() {
        // Given
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(
                        () -> programs.awaitVersion("club", 1, Duration.ofMinutes(1)), threads);

        // When
        programs.close();

        // Then
        assertThat(waiting.join()).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static PublishedProgram version(String program, int version) {
        return new PublishedProgram(program, version, "00", Instant.EPOCH, Map.of());
    }
}
