package dev.laurel.leaderboards.scores.jdbc;

import dev.laurel.leaderboards.scores.Aftermath;
import dev.laurel.leaderboards.scores.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Adds what was tallied to days and rankings. */
@Component
public class Tallies {

    private final ProgramLocks locks;
    private final DailyTable days;
    private final ScoreTable scores;
    private final Aftermath aftermath;
    private final Clock clock;

    Tallies(
            ProgramLocks locks,
            DailyTable days,
            ScoreTable scores,
            Aftermath aftermath,
            Clock clock) {
        this.locks = locks;
        this.days = days;
        this.scores = scores;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /**
     * Adds it, within the caller's transaction.
     *
     * @param programs those that it is about, whose locks the caller shares
     */
    public void add(Collection<String> programs, Tally tally) {
        if (!tally.days().isEmpty()) {
            days.add(tally.days());
        }
        if (!tally.gains().isEmpty()) {
            Instant now = clock.instant();
            locks.rank(programs);
            scores.add(tally.gains(), now);
            aftermath.of(tally.counted(), now);
        }
    }
}
