package dev.laurel.crm.delivery.run;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.Condition;
import dev.laurel.crm.delivery.Courier;
import java.time.Duration;

/** A connection with the courier that serves it here. */
final class Route {

    /** For calls under way; one that is cut off is sent again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connection connection;
    private final Tenure tenure;
    private volatile Condition noted = Couriers.BEGINNING;
    private volatile long leasedAtNanos;
    private final Courier courier;
    private final Thread thread;

    /**
     * @param leasedAtNanos the nano time before the lease was asked for
     */
    Route(Connection connection, Tenure tenure, long leasedAtNanos, CourierFactory factory) {
        this.connection = connection;
        this.tenure = tenure;
        this.leasedAtNanos = leasedAtNanos;
        this.courier = factory.make(connection, this::isLeased);
        this.thread =
                Thread.ofVirtual()
                        .name("courier-" + connection.id().program() + "-" + connection.id().name())
                        .unstarted(courier);
    }

    void start() {
        thread.start();
    }

    Connection connection() {
        return connection;
    }

    Courier courier() {
        return courier;
    }

    void leased(long atNanos, Condition condition) {
        noted = condition;
        leasedAtNanos = atNanos;
    }

    /** Whether the lease should be taken for longer, or something about it be noted. */
    boolean isStale() {
        return System.nanoTime() - leasedAtNanos > tenure.renewal().toNanos()
                || !courier.condition().equals(noted);
    }

    boolean isLeased() {
        return System.nanoTime() - leasedAtNanos < tenure.usable().toNanos();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    void end() {
        courier.stop();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
