package dev.laurel.cli.replay;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The events of some of the members, sent one batch after the other, so that each member's stay in
 * order. The reader of the file fills it, a thread of its own empties it.
 */
final class Lane implements Callable<Void> {

    private final BlockingQueue<Optional<Batch>> full = new ArrayBlockingQueue<>(2);
    private final BatchSender sender;
    private Batch filling = new Batch();

    Lane(BatchSender sender) {
        this.sender = sender;
    }

    /**
     * Adds an event, waiting while the platform is slower than the file.
     *
     * @param stopped whether there is no use in waiting any more
     */
    void add(EventLine line, BooleanSupplier stopped) throws InterruptedException {
        if (!filling.fits(line)) {
            put(Optional.of(filling), stopped);
            filling = new Batch();
        }
        filling.add(line);
    }

    /** Says that no event follows. */
    void end(BooleanSupplier stopped) throws InterruptedException {
        if (!filling.isEmpty()) {
            put(Optional.of(filling), stopped);
        }
        put(Optional.empty(), stopped);
    }

    @Override
    public Void call() throws InterruptedException {
        Optional<Batch> next = full.take();
        while (next.isPresent()) {
            sender.send(next.get());
            next = full.take();
        }
        return null;
    }

    private void put(Optional<Batch> batch, BooleanSupplier stopped) throws InterruptedException {
        while (!full.offer(batch, 100, TimeUnit.MILLISECONDS)) {
            if (stopped.getAsBoolean()) {
                return;
            }
        }
    }
}
