package dev.laurel.leaderboards.leagues.jobs;

import dev.laurel.leaderboards.boards.Board;
import dev.laurel.leaderboards.boards.Boards;
import dev.laurel.leaderboards.boards.ProgramBoards;
import dev.laurel.leaderboards.leagues.Leagues;
import dev.laurel.leaderboards.watches.Watch;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens leagues: of a period that goes on, once somebody has scored in it and the one before is
 * sealed. Any number of instances may look at the same time.
 */
@Component
class LeagueWatch {

    private static final Logger log = LoggerFactory.getLogger(LeagueWatch.class);

    private final Boards boards;
    private final Leagues leagues;
    private final Clock clock;
    private final Watch watch = new Watch(log);

    LeagueWatch(Boards boards, Leagues leagues, Clock clock) {
        this.boards = boards;
        this.leagues = leagues;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${laurel.boards.look-every:2s}")
    void look() {
        watch.look(() -> watch.each(boards.programs(), "the leagues", this::open));
    }

    private void open(String program) {
        Instant now = clock.instant();
        boards.of(program).ifPresent(found -> open(program, found, now));
    }

    private void open(String program, ProgramBoards found, Instant now) {
        for (Board board : found.boards()) {
            if (board.divisions() != null
                    && leagues.open(program, board, found.periodAt(now, board), now)) {
                log.info("A league of board {} of program {} is open.", board.id(), program);
            }
        }
    }
}
