package dev.laurel.crm.profiles.streaks;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks now and then whether streaks have ended. */
@Component
class StreakEndWatch {

    private static final Logger log = LoggerFactory.getLogger(StreakEndWatch.class);

    private final StreakEnds ends;

    StreakEndWatch(StreakEnds ends) {
        this.ends = ends;
    }

    @Scheduled(fixedDelayString = "${laurel.crm.streaks.look-every:1s}")
    void look() {
        try {
            while (ends.some() > 0) {
                log.debug("Streaks have ended; there may be more.");
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Streaks could not be ended, which is tried again", e);
        }
    }
}
