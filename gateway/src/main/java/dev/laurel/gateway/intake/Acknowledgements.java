package dev.laurel.gateway.intake;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Waits for the broker's word on every record of one request. */
final class Acknowledgements implements Callback {

    private final CountDownLatch open;
    private volatile @Nullable Exception failure;

    Acknowledgements(int records) {
        open = new CountDownLatch(records);
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception != null) {
            failure = exception;
            // One is enough to know the answer: release whoever waits.
            while (open.getCount() > 0) {
                open.countDown();
            }
        }
        open.countDown();
    }

    boolean hasFailed() {
        return failure != null;
    }

    void await(long time, TimeUnit unit) throws NotStoredException {
        try {
            boolean complete = open.await(time, unit);
            Exception cause = failure;
            if (cause != null) {
                throw new NotStoredException(cause);
            }
            if (!complete) {
                throw new NotStoredException(
                        new TimeoutException("The broker did not acknowledge in time."));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotStoredException(interrupted);
        }
    }
}
