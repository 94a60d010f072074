package dev.laurel.leaderboards.seals.jobs;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.seals.Sealing;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks whether boards are to be sealed. Any number of instances may look at the same time. */
@Component
class SealingWatch {

    private static final Logger log = LoggerFactory.getLogger(SealingWatch.class);

    private final Boards boards;
    private final Sealing sealing;
    private final ReentrantLock running = new ReentrantLock();

    SealingWatch(Boards boards, Sealing sealing) {
        this.boards = boards;
        this.sealing = sealing;
    }

    /**
     * Again and again. At a fixed rate, which Spring gives a thread of its own, so that a large
     * board holds up nothing else; a look while the last one is still at work does nothing.
     */
    @Scheduled(fixedRateString = "${laurel.seals.look-every:10s}")
    void look() {
        if (running.tryLock()) {
            try {
                sealing.counted().ifPresent(this::seal);
            } finally {
                running.unlock();
            }
        }
    }

    private void seal(Instant counted) {
        boards.programs().forEach(program -> seal(program, counted));
    }

    private void seal(String program, Instant counted) {
        try {
            int sealed = sealing.run(program, counted);
            if (sealed > 0) {
                log.info("{} boards of program {} are final now.", sealed, program);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Boards of program {} wait to be sealed: {}", program, e.toString());
        }
    }
}
