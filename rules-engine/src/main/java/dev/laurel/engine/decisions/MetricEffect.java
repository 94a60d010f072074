package dev.laurel.engine.decisions;

import java.time.LocalDate;
import java.util.List;

/**
 * What a metric that boards or tiers go by, or went by under an earlier version of the program,
 * says of the member after an event. Values are in millionths.
 *
 * @param metric the metric's id
 * @param value of everything that was ever measured
 * @param counted whether the event itself was measured, not only others undone
 * @param afresh whether the metric has begun anew, so that of days that are not here it says 0
 * @param days what it says of days for which that may have changed; none unless a board or the
 *     tiers ask for it, or did
 */
public record MetricEffect(
        String metric, long value, boolean counted, boolean afresh, List<Day> days) {

    /** What it says of a day in the program's zone. */
    public record Day(LocalDate day, long value) {}

    public MetricEffect {
        days = List.copyOf(days);
    }
}
