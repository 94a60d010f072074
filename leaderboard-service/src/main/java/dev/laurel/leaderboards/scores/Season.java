package dev.laurel.leaderboards.scores;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A single stretch of days.
 *
 * @param first its first day
 * @param last its last day, not before the first
 */
public record Season(LocalDate first, LocalDate last) implements Cycle {

    public Season {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Expected a last day from %s on, but it was %s.".formatted(first, last));
        }
    }

    /** Its only period. */
    public Period period() {
        return new Period(toString(), first, last);
    }

    @Override
    public Optional<Period> periodOf(LocalDate day) {
        return day.isBefore(first) || day.isAfter(last) ? Optional.empty() : Optional.of(period());
    }

    @Override
    public Optional<Period> period(String name) {
        return name.equals(toString()) ? Optional.of(period()) : Optional.empty();
    }

    @Override
    public String toString() {
        return first + "/" + last;
    }
}
