package dev.laurel.rules.journal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.journal.StreakList.Streak;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A {@link Streak} as JSON, whose components these are; without those that are {@code null}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreakView(
        String streak,
        String name,
        String every,
        int length,
        int longest,
        int freezes,
        @Nullable LocalDate since,
        @Nullable LocalDate last,
        @Nullable Instant freezeAt,
        @Nullable Instant endsAt,
        @Nullable Integer nextMilestone) {

    static StreakView of(Streak streak) {
        return new StreakView(
                streak.streak(),
                streak.name(),
                streak.every(),
                streak.length(),
                streak.longest(),
                streak.freezes(),
                streak.since(),
                streak.last(),
                streak.freezeAt(),
                streak.endsAt(),
                streak.nextMilestone());
    }
}
