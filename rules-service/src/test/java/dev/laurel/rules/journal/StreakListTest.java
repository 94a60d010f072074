package dev.laurel.rules.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.journal.MemberProgress.StreakProgress;
import dev.laurel.rules.journal.StreakList.Streak;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreakListTest {

    private static final Map<String, Object> DOCUMENT =
            Map.of(
                    "streaks",
                    List.of(
                            Map.of(
                                    "id", "weekly",
                                    "name", "Weekly Shopper",
                                    "every", "week",
                                    "milestones", Map.of("4", Map.of(), "12", Map.of())),
                            Map.of("id", "daily", "every", "day")));

    private static final LocalDate SINCE = LocalDate.parse("2026-10-05");
    private static final LocalDate LAST = LocalDate.parse("2026-11-02");
    private static final Instant FREEZE = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");

    private static final MemberProgress PROGRESS =
            new MemberProgress(
                    Map.of(),
                    Map.of(
                            "weekly",
                            new StreakProgress(5, 7, 1, SINCE, LAST, List.of(FREEZE, END), null),
                            "gone",
                            new StreakProgress(1, 1, 0, SINCE, SINCE, List.of(END), null)),
                    END);

    @Test
    void showsAllStreaksOfTheDocument() {
        assertThat(StreakList.of(DOCUMENT, PROGRESS, FREEZE.minusNanos(1)))
                .containsExactly(
                        new Streak(
                                "weekly",
                                "Weekly Shopper",
                                "week",
                                5,
                                7,
                                1,
                                SINCE,
                                LAST,
                                FREEZE,
                                END,
                                12),
                        new Streak("daily", "daily", "day", 0, 0, 0, null, null, null, null, null));
    }

    @Test
    void takesAFreezeWhenItsTimeHasCome() {
        assertThat(weekly(FREEZE))
                .isEqualTo(
                        new Streak(
                                "weekly",
                                "Weekly Shopper",
                                "week",
                                5,
                                7,
                                0,
                                SINCE,
                                LAST,
                                null,
                                END,
                                12));
    }

    @Test
    void endsWhenTheLastDeadlineHasPassed() {
        assertThat(weekly(END.minusNanos(1)).length()).isEqualTo(5);
        assertThat(weekly(END))
                .isEqualTo(
                        new Streak(
                                "weekly",
                                "Weekly Shopper",
                                "week",
                                0,
                                7,
                                0,
                                null,
                                LAST,
                                null,
                                null,
                                4));
    }

    @Test
    void takesADocumentWithoutStreaks() {
        assertThat(StreakList.of(Map.of(), PROGRESS, END)).isEmpty();
    }

    private static Streak weekly(Instant now) {
        return StreakList.of(DOCUMENT, PROGRESS, now).getFirst();
    }
}
