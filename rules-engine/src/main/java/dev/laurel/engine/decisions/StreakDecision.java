package dev.laurel.engine.decisions;

import dev.laurel.engine.periods.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A streak that changed. It is told as it stood at its last activity: what time has done to it
 * since follows from the deadlines.
 *
 * @param streak the streak's id
 * @param every what it counts: days, weeks or months
 * @param before how many periods it had before the event
 * @param after how many it has after it
 * @param longest the most that it ever had
 * @param freezes how many freezes are in hand
 * @param since the first day of its first period, {@code null} when there is no activity
 * @param last the first day of its last period, {@code null} when there is no activity
 * @param deadlines when periods without activity end, if none follows: each that passes takes a
 *     freeze, and the last one ends the streak. Without pauses; empty when there is no activity
 */
public record StreakDecision(
        String streak,
        Period every,
        int before,
        int after,
        int longest,
        int freezes,
        @Nullable LocalDate since,
        @Nullable LocalDate last,
        List<Instant> deadlines) {

    public StreakDecision {
        deadlines = List.copyOf(deadlines);
    }
}
