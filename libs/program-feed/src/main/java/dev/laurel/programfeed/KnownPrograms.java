package dev.laurel.programfeed;

import dev.laurel.contracts.programs.PublishedProgram;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest version of every program, and who waits for newer ones. Thread-safe. */
final class KnownPrograms {

    private static final Logger log = LoggerFactory.getLogger(ProgramFeed.class);

    private final Map<String, PublishedProgram> newest = new ConcurrentHashMap<>();
    private final List<Consumer<PublishedProgram>> listeners = new CopyOnWriteArrayList<>();

    // Held while listeners are told, so that a new one misses nothing and hears nothing twice.
    private final ReentrantLock telling = new ReentrantLock();

    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition changed = waiting.newCondition();
    private boolean closed;

    @Nullable PublishedProgram find(String program) {
        return newest.get(program);
    }

    Collection<PublishedProgram> all() {
        return List.copyOf(newest.values());
    }

    /** Takes a version that was read, unless it or a later one was taken before. */
    void take(PublishedProgram published) {
        telling.lock();
        try {
            PublishedProgram known = newest.get(published.program());
            if (known != null && known.version() >= published.version()) {
                return;
            }
            listeners.forEach(listener -> tell(listener, published));
            newest.put(published.program(), published);
        } finally {
            telling.unlock();
        }
        signal();
    }

    void tell(Consumer<PublishedProgram> listener) {
        telling.lock();
        try {
            newest.values().forEach(published -> tell(listener, published));
            listeners.add(listener);
        } finally {
            telling.unlock();
        }
    }

    boolean awaitVersion(String program, int version, Duration timeout) {
        if (has(program, version)) {
            return true;
        }
        long left = timeout.toNanos();
        waiting.lock();
        try {
            while (!has(program, version)) {
                if (left <= 0 || closed) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.unlock();
        }
    }

    void close() {
        waiting.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            waiting.unlock();
        }
    }

    private void signal() {
        waiting.lock();
        try {
            changed.signalAll();
        } finally {
            waiting.unlock();
        }
    }

    private boolean has(String program, int version) {
        PublishedProgram known = newest.get(program);
        return known != null && known.version() >= version;
    }

    private static void tell(Consumer<PublishedProgram> listener, PublishedProgram published) {
        try {
            listener.accept(published);
        } catch (RuntimeException failure) {
            log.error(
                    "A listener failed on version {} of program {}",
                    published.version(),
                    published.program(),
                    failure);
        }
    }
}
