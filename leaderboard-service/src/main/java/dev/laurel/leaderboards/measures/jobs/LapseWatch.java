package dev.laurel.leaderboards.measures.jobs;

import dev.laurel.leaderboards.measures.Measures;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks whether streaks have ended. Any number of instances may look at the same time. */
@Component
class LapseWatch {

    private static final Logger log = LoggerFactory.getLogger(LapseWatch.class);

    private final Measures measures;
    private final ReentrantLock running = new ReentrantLock();

    LapseWatch(Measures measures) {
        this.measures = measures;
    }

    /** At a fixed rate, which Spring gives a thread of its own. */
    @Scheduled(fixedRateString = "${laurel.boards.look-every:2s}")
    void look() {
        if (running.tryLock()) {
            try {
                while (measures.endLapsed() > 0) {
                    log.debug("Streaks have ended; there may be more.");
                }
            } catch (DataAccessException | TransactionException e) {
                log.warn("Streaks that are over stay on boards for now: {}", e.toString());
            } finally {
                running.unlock();
            }
        }
    }
}
