package dev.laurel.leaderboards.seals.jobs;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.seals.Sealing;
import java.time.Instant;
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

    SealingWatch(Boards boards, Sealing sealing) {
        this.boards = boards;
        this.sealing = sealing;
    }

    @Scheduled(fixedDelayString = "${laurel.seals.look-every:10s}")
    void look() {
        sealing.counted()
                .ifPresent(counted -> boards.programs().forEach(program -> seal(program, counted)));
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
