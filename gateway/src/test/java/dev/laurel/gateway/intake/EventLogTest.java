package dev.laurel.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private static final List<ProducerRecord<byte[], byte[]>> TWO =
            Collections.nCopies(2, new ProducerRecord<>("laurel.events", new byte[0]));

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());

    @Test
    void returnsOnlyWhenEveryRecordIsAcknowledged() {
        // Given
        EventLog log = new EventLog(producer, Duration.ofSeconds(10));
        CompletableFuture<Void> appended = CompletableFuture.runAsync(() -> append(log));
        Awaitility.await().until(() -> producer.history().size() == 2);

        // When
        producer.completeNext();
        boolean early = appended.isDone();
        producer.completeNext();

        // Then
        assertThat(early).isFalse();
        assertThat(appended).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void failsAsSoonAsOneRecordIsRefused() {
        // Given
        EventLog log = new EventLog(producer, Duration.ofSeconds(60));
        CompletableFuture<Void> appended = CompletableFuture.runAsync(() -> append(log));
        Awaitility.await().until(() -> producer.history().size() == 2);

        // When
        producer.errorNext(new IllegalStateException("The disk is full."));

        // Then
        assertThat(appended)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withRootCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void failsWhenTheBrokerSaysNothing() {
        EventLog log = new EventLog(producer, Duration.ofMillis(20));
        assertThatThrownBy(() -> log.append(TWO))
                .isInstanceOf(NotStoredException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void doesNotTryTheRestWithoutABroker() {
        // Given
        producer.sendException = new IllegalStateException("No broker.");
        EventLog log = new EventLog(producer, Duration.ofSeconds(60));

        // Then
        assertThatThrownBy(() -> log.append(TWO)).hasMessageContaining("No broker.");
        assertThat(producer.history()).hasSizeLessThan(2);
    }

    @Test
    void hasNothingToWaitForWithoutRecords() throws NotStoredException {
        new EventLog(producer, Duration.ofMillis(1)).append(List.of());
    }

    private static void append(EventLog log) {
        try {
            log.append(TWO);
        } catch (NotStoredException e) {
            throw new IllegalStateException(e);
        }
    }
}
