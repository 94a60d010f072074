package dev.laurel.leaderboards.scores;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last days, today included. Time goes on without it: which day is today says table {@code
 * rolled}, and who counts has to ask {@link #contains}.
 *
 * @param days how many, at least 1
 */
public record Rolling(int days) implements Cycle {

    private static final int MOST = 366;
    private static final Pattern WORD = Pattern.compile("P([0-9]{1,3})([DW])");

    public Rolling {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException(
                    "Expected 1 to %d days, but there are %d.".formatted(MOST, days));
        }
    }

    /** Reads days or weeks as the program language has them, empty when it is something else. */
    public static Optional<Rolling> of(String text) {
        Matcher matcher = WORD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        int days = matcher.group(2).equals("W") ? 7 * number : number;
        return days < 1 || days > MOST ? Optional.empty() : Optional.of(new Rolling(days));
    }

    /** Whether a day is among them when another is today. */
    public boolean contains(LocalDate day, LocalDate today) {
        return !day.isAfter(today) && day.isAfter(today.minusDays(days));
    }

    /** Its only period, which has neither beginning nor end. */
    public Period period() {
        return new Period(toString(), null, null);
    }

    @Override
    public Optional<Period> periodOf(LocalDate day) {
        return Optional.of(period());
    }

    @Override
    public Optional<Period> period(String name) {
        return name.equals(toString()) ? Optional.of(period()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "P" + days + "D";
    }
}
