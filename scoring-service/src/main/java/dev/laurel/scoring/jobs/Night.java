package dev.laurel.scoring.jobs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The local midnight at which a day of a program begins. Jobs do what is due at it and look at no
 * clock, so that a night that is made up for ends as it would have ended on time.
 *
 * @param program the program
 * @param day the day that begins
 * @param zone the program's time zone
 */
public record Night(String program, LocalDate day, ZoneId zone) {

    /** When the day begins: 00:00, or the first time after it where clocks leave that out. */
    public Instant begin() {
        return day.atStartOfDay(zone).toInstant();
    }
}
