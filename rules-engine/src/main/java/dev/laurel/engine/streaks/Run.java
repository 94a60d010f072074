package dev.laurel.engine.streaks;

import java.util.Map;

/**
 * What follows from the periods with activity.
 *
 * @param length how many periods the last run has, 0 when there is none
 * @param longest how many the longest one has
 * @param freezes how many freezes the last run has in hand
 * @param first the number of the last run's first period
 * @param last the number of its last period
 * @param reached how many runs reached each milestone, by its length
 */
record Run(
        int length,
        int longest,
        int freezes,
        long first,
        long last,
        Map<Integer, Integer> reached) {

    Run {
        reached = Map.copyOf(reached);
    }
}
