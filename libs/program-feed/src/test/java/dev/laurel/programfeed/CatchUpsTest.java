package dev.laurel.programfeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CatchUpsTest {

    private static final Duration LONG = Duration.ofSeconds(1);
    private static final Map<TopicPartition, Long> TEN =
            Map.of(new TopicPartition("laurel.programs", 0), 10L);

    private final CatchUps catchUps = new CatchUps();
    private final AtomicInteger wakings = new AtomicInteger();

    @Test
    void answersAllWhoAskedBeforeTheLookWhenTheEndIsReached() {
        // Given
        CompletableFuture<Void> first = ask();
        CompletableFuture<Void> second = ask();
        catchUps.aim(() -> TEN);
        CompletableFuture<Void> tooLate = ask();

        // When
        catchUps.answer(_ -> 9);
        assertThat(first).isNotDone();
        catchUps.answer(_ -> 10);

        // Then
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(tooLate).isNotDone();
    }

    @Test
    void wakesTheFeedOnceAndOnlyWhenItHasNothingToRead() {
        // Given
        assertThat(catchUps.patience(LONG)).isEqualTo(LONG);

        // When
        var _ = ask();
        var _ = ask();

        // Then
        assertThat(wakings).hasValue(1);

        // When
        catchUps.awake();
        catchUps.aim(() -> TEN);
        assertThat(catchUps.patience(LONG)).isEqualTo(LONG);
        var _ = ask();

        // Then
        assertThat(wakings).hasValue(1);
    }

    @Test
    void doesNotLetTheFeedRestWhileSomebodyWaitsForALook() {
        // When
        var _ = ask();

        // Then
        assertThat(catchUps.patience(LONG)).isZero();
    }

    @Test
    void keepsThoseWhoWaitWhenTheEndCannotBeLookedAt() {
        // Given
        CompletableFuture<Void> waiting = ask();
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() ->
                        catchUps.aim(() -> {
                            throw new KafkaException("no broker");
                        }));

        // When
        catchUps.aim(() -> TEN);
        catchUps.answer(_ -> 10);

        // Then
        assertThat(waiting).isCompleted();
    }

    @Test
    void letsGoOfEverybodyWhenItCloses() {
        // Given
        CompletableFuture<Void> before = ask();

        // When
        catchUps.close();

        // Then
        assertThat(before).isCancelled();
        assertThat(ask()).isCancelled();
    }

    private CompletableFuture<Void> ask() {
        return catchUps.ask(wakings::incrementAndGet);
    }
}
