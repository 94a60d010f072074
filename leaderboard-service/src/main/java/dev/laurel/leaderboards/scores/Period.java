package dev.laurel.leaderboards.scores;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a score is summed over. Periods are cut by the day of the event in the program's time zone,
 * never by arrival.
 *
 * @param name {@code 2011-11-03}, {@code 2011-W44}, {@code 2011-11}, {@code 2011-Q4}, {@code 2011},
 *     {@code all-time}, or first and last day of a season
 * @param first its first day, {@code null} for all time
 * @param last its last day, {@code null} for all time
 */
public record Period(String name, @Nullable LocalDate first, @Nullable LocalDate last) {

    /** Everything that ever happened. */
    public static final Period ALL_TIME = new Period("all-time", null, null);

    /** When it is over: the beginning of the day after its last; empty for all time. */
    public Optional<Instant> end(ZoneId zone) {
        return Optional.ofNullable(last).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    @Override
    public String toString() {
        return name;
    }
}
