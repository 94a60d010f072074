package dev.laurel.leaderboards.boards.upkeep;

import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.jdbc.FenceUpkeep;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Has the rankings of new boards made, and their fences kept. Any number of instances may do it at
 * the same time.
 */
@Component
class UpkeepWatch {

    private static final Logger log = LoggerFactory.getLogger(UpkeepWatch.class);

    private final Upkeep upkeep;
    private final FenceUpkeep fences;
    private final ReentrantLock running = new ReentrantLock();

    UpkeepWatch(Upkeep upkeep, FenceUpkeep fences) {
        this.upkeep = upkeep;
        this.fences = fences;
    }

    /**
     * At a fixed rate, which Spring gives a thread of its own: a long one holds up nothing else.
     */
    @Scheduled(fixedRateString = "${laurel.boards.look-every:2s}")
    void look() {
        if (running.tryLock()) {
            try {
                upkeep.all();
                fences.run();
            } catch (DataAccessException | TransactionException e) {
                log.warn("The rankings of new boards have to wait: {}", e.toString());
            } finally {
                running.unlock();
            }
        }
    }
}
