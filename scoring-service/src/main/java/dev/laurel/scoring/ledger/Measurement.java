package dev.laurel.scoring.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a decision says that a metric measures of a member: what is, not what was added.
 *
 * @param member whose decision it is
 * @param offset counts the member's decisions, with gaps: of two, the higher is newer
 * @param metric the metric's id
 * @param afresh whether the metric has begun anew: of days that are not here it says 0
 * @param days what it says of days, in the program's zone, in millionths
 */
public record Measurement(
        Member member,
        long offset,
        String metric,
        boolean afresh,
        SortedMap<LocalDate, Long> days) {

    public Measurement {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }
}
