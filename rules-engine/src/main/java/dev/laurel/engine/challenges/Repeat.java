package dev.laurel.engine.challenges;

import dev.laurel.engine.periods.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often a member can complete a challenge. */
public enum Repeat {
    NEVER(null),
    DAILY(Period.DAY),
    WEEKLY(Period.WEEK),
    MONTHLY(Period.MONTH),
    /** Every time that the target is reached once more. */
    UNLIMITED(null);

    private final @Nullable Period period;

    Repeat(@Nullable Period period) {
        this.period = period;
    }

    /** The kind of period that has an occurrence of its own, {@code null} where none has. */
    public @Nullable Period period() {
        return period;
    }

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Repeat::word).toList();
    }
}
