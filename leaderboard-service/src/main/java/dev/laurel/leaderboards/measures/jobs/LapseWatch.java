package dev.laurel.leaderboards.measures.jobs;

import dev.laurel.leaderboards.measures.Measures;
import dev.laurel.leaderboards.watches.Watch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether streaks have ended. Any number of instances may look at the same time. */
@Component
class LapseWatch {

    private static final Logger log = LoggerFactory.getLogger(LapseWatch.class);

    private final Measures measures;
    private final Watch watch = new Watch(log);

    LapseWatch(Measures measures) {
        this.measures = measures;
    }

    @Scheduled(fixedRateString = "${laurel.boards.look-every:2s}")
    void look() {
        watch.look(() -> watch.attempt("the end of streaks", this::end));
    }

    private void end() {
        while (measures.endLapsed() > 0) {
            log.debug("Streaks have ended; there may be more.");
        }
    }
}
