package dev.laurel.leaderboards.boards.upkeep;

import dev.laurel.intake.NotReadyException;
import dev.laurel.leaderboards.boards.Boards;
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

    private final Boards boards;
    private final Upkeep upkeep;
    private final FenceUpkeep fences;
    private final ReentrantLock running = new ReentrantLock();

    UpkeepWatch(Boards boards, Upkeep upkeep, FenceUpkeep fences) {
        this.boards = boards;
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
                boards.programs().forEach(this::keep);
                fences();
            } finally {
                running.unlock();
            }
        }
    }

    /** One program that has to wait holds up no other. */
    private void keep(String program) {
        try {
            upkeep.of(program);
        } catch (DataAccessException | TransactionException | NotReadyException e) {
            log.warn("The rankings of program {} have to wait: {}", program, e.toString());
        }
    }

    private void fences() {
        try {
            fences.run();
        } catch (DataAccessException | TransactionException e) {
            log.warn("The fences of rankings have to wait: {}", e.toString());
        }
    }
}
