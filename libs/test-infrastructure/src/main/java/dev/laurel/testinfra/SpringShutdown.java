package dev.laurel.testinfra;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Shutdown hooks run side by side. Application contexts of Spring that are still open close in
 * hooks of their own, and their clients want to say goodbye to a broker that is still there.
 */
final class SpringShutdown {

    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** Hooks are started one after the other: those of Spring may come after this one. */
    private static final Duration STARTING = Duration.ofMillis(250);

    private SpringShutdown() {}

    /** Returns once no hook of Spring runs any more, or after the limit. */
    static void await() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        LockSupport.parkNanos(STARTING.toNanos());
        try {
            for (Thread hook : hooks()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                hook.join(Math.max(left, 1));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Thread> hooks() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("Spring"))
                .filter(thread -> thread.getName().endsWith("ShutdownHook"))
                .toList();
    }
}
