package dev.laurel.leaderboards.seals.jobs;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.leaderboards.watches.Watch;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks whether boards are to be sealed. Any number of instances may look at the same time. */
@Component
class SealingWatch {

    private static final Logger log = LoggerFactory.getLogger(SealingWatch.class);

    private final Boards boards;
    private final Sealing sealing;
    private final Watch watch = new Watch(log);

    SealingWatch(Boards boards, Sealing sealing) {
        this.boards = boards;
        this.sealing = sealing;
    }

    @Scheduled(fixedRateString = "${laurel.seals.look-every:10s}")
    void look() {
        watch.look(() -> sealing.counted().ifPresent(this::seal));
    }

    private void seal(Instant counted) {
        watch.each(
                boards.programs(),
                "the seals",
                program -> {
                    int sealed = sealing.run(program, counted);
                    if (sealed > 0) {
                        log.info("{} boards of program {} are final now.", sealed, program);
                    }
                });
    }
}
