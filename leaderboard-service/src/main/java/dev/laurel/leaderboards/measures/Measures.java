package dev.laurel.leaderboards.measures;

import java.util.List;

/** What members have besides points. */
public interface Measures {

    /**
     * Takes in what decisions say, within the caller's transaction: what was said later stands. The
     * same readings once more, alone or among others, change nothing. Holds the participants' rows
     * until the transaction ends.
     *
     * @param readings those of a member in the order of their offsets
     */
    void take(List<Reading> readings);

    /**
     * Takes streaks from boards whose time is over. Any number of instances may do it at the same
     * time: each streak ends once.
     *
     * @return how many of them this call ended, 0 if there are no more
     */
    int endLapsed();
}
