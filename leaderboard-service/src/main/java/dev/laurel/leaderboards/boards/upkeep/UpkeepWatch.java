package dev.laurel.leaderboards.boards.upkeep;

import dev.laurel.leaderboards.boards.Upkeep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Has the rankings of new boards made. Any number of instances may do it at the same time. */
@Component
class UpkeepWatch {

    private static final Logger log = LoggerFactory.getLogger(UpkeepWatch.class);

    private final Upkeep upkeep;

    UpkeepWatch(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(fixedDelayString = "${laurel.boards.look-every:2s}")
    void look() {
        try {
            upkeep.all();
        } catch (DataAccessException | TransactionException e) {
            log.warn("The rankings of new boards have to wait: {}", e.toString());
        }
    }
}
