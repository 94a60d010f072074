package dev.laurel.leaderboards.watches;

import dev.laurel.intake.NotReadyException;
import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks again and again whether there is something to do. A look while the last one is still at
 * work does nothing, and what has to wait holds up nothing else. Safe for concurrent use.
 *
 * <p>Scheduled at a fixed rate, which Spring gives a thread of its own: a long look holds up no
 * other watch.
 */
public final class Watch {

    private final Logger log;
    private final ReentrantLock running = new ReentrantLock();

    public Watch(Logger log) {
        this.log = log;
    }

    /** Does the work of a look. */
    public void look(Runnable work) {
        if (running.tryLock()) {
            try {
                work.run();
            } finally {
                running.unlock();
            }
        }
    }

    /**
     * Works for one program after the other.
     *
     * @param waiting what of a program waits for the next look if that can't be done now, such as
     *     {@code the seals}
     */
    public void each(Collection<String> programs, String waiting, Consumer<String> work) {
        programs.forEach(program ->
                attempt(
                        "%s of program %s".formatted(waiting, program),
                        () -> work.accept(program)));
    }

    /**
     * Works.
     *
     * @param waiting what waits for the next look if that can't be done now
     */
    public void attempt(String waiting, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException | NotReadyException e) {
            log.warn("This has to wait: {}. {}", waiting, e.toString());
        }
    }
}
