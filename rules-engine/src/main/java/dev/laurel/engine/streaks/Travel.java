package dev.laurel.engine.streaks;

import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.StreakState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What moving to another zone does to a streak of days: whoever goes east leaps ahead in the
 * calendar, and has not missed the dates in between.
 */
final class Travel {

    private Travel() {}

    /**
     * The streak in the zone in which the member is now.
     *
     * @param time when the first event in that zone happened: the dates from that of the zone
     *     before to that of this one were leapt over
     */
    static StreakState arrived(StreakState state, ZoneId zone, Instant time) {
        if (state.every() != Period.DAY || state.zone().equals(zone.getId())) {
            return state;
        }
        SortedSet<Long> leaptOver = new TreeSet<>();
        if (!state.zone().isEmpty()) {
            long here = LocalDate.ofInstant(time, zone).toEpochDay();
            long there = LocalDate.ofInstant(time, ZoneId.of(state.zone())).toEpochDay();
            for (long day = there; day < here; day++) {
                leaptOver.add(day);
            }
        }
        return state.moved(zone.getId(), leaptOver);
    }
}
