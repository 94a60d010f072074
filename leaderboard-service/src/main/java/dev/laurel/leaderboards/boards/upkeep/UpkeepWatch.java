package dev.laurel.leaderboards.boards.upkeep;

import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.scores.jdbc.FenceUpkeep;
import dev.laurel.leaderboards.watches.Watch;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has the rankings of new boards made, and their fences kept. Any number of instances may do it at
 * the same time.
 */
@Component
class UpkeepWatch {

    private final Boards boards;
    private final Upkeep upkeep;
    private final FenceUpkeep fences;
    private final Watch watch = new Watch(LoggerFactory.getLogger(UpkeepWatch.class));

    UpkeepWatch(Boards boards, Upkeep upkeep, FenceUpkeep fences) {
        this.boards = boards;
        this.upkeep = upkeep;
        this.fences = fences;
    }

    @Scheduled(fixedRateString = "${laurel.boards.look-every:2s}")
    void look() {
        watch.look(() -> {
            watch.each(boards.programs(), "the rankings", upkeep::of);
            watch.attempt("the fences of rankings", fences::run);
        });
    }
}
