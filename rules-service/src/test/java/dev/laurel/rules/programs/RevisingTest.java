package dev.laurel.rules.programs;

import static dev.laurel.rules.programs.Choice.KEEP;
import static dev.laurel.rules.programs.Choice.RECOMPUTE;
import static dev.laurel.rules.programs.Choice.RESTART;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisingTest {

    private static final Map<String, Object> STEP =
            Map.of("id", "a", "name", "A", "measure", "buys", "target", 3);

    private static final Map<String, Object> CHALLENGE =
            Map.of("id", "spring", "name", "Spring", "steps", List.of(STEP));

    private static final Map<String, Object> METRIC =
            Map.of("id", "buys", "on", "purchase", "value", "count()");

    private static final Map<String, Object> STREAK =
            Map.of("id", "daily", "on", "purchase", "every", "day");

    private static Map<String, Object> with(Map<String, Object> part, String word, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(part);
        changed.put(word, value);
        return changed;
    }

    private static Map<String, Object> document(String section, Map<String, Object> part) {
        return Map.of("program", "shop", section, List.of(part));
    }

    private static List<Choice> choices(
            String section, Map<String, Object> older, Map<String, Object> newer) {
        List<ChangedMechanic> changed =
                ChangedMechanics.between(document(section, older), document(section, newer));
        assertThat(changed).hasSizeLessThanOrEqualTo(1);
        return changed.isEmpty() ? List.of() : changed.getFirst().choices();
    }

    @Test
    void doesNotAskAboutTextsForPeople() {
        Map<String, Object> renamed =
                with(with(CHALLENGE, "name", "Lent"), "steps", List.of(with(STEP, "name", "B")));

        assertThat(choices("challenges", CHALLENGE, renamed)).isEmpty();
        assertThat(choices("metrics", METRIC, METRIC)).isEmpty();
    }

    @Test
    void canRecomputeAChallengeFromWhatIsCounted() {
        assertThat(
                        choices(
                                "challenges",
                                CHALLENGE,
                                with(CHALLENGE, "steps", List.of(with(STEP, "target", 5)))))
                .containsExactly(KEEP, RESTART, RECOMPUTE);
        assertThat(choices("challenges", CHALLENGE, with(CHALLENGE, "award", Map.of("stars", 9))))
                .containsExactly(KEEP, RESTART, RECOMPUTE);
    }

    @Test
    void cannotRecomputeAChallengeFromWhatWasNeverCounted() {
        assertThat(
                        choices(
                                "challenges",
                                CHALLENGE,
                                with(CHALLENGE, "steps", List.of(with(STEP, "window", "P30D")))))
                .containsExactly(KEEP, RESTART);
        assertThat(choices("challenges", CHALLENGE, with(CHALLENGE, "open", "2026-01-01/..")))
                .containsExactly(KEEP, RESTART);
    }

    @Test
    void canOnlyRestartWhatIsCountedByOtherPeriods() {
        assertThat(choices("challenges", CHALLENGE, with(CHALLENGE, "repeat", "weekly")))
                .containsExactly(RESTART);
        assertThat(choices("challenges", CHALLENGE, with(CHALLENGE, "repeat", "unlimited")))
                .containsExactly(KEEP, RESTART, RECOMPUTE);
        assertThat(choices("streaks", STREAK, with(STREAK, "every", "week")))
                .containsExactly(RESTART);
    }

    @Test
    void canOnlyKeepAChallengeWithAListOfWhoWasFirst() {
        assertThat(choices("challenges", CHALLENGE, with(CHALLENGE, "winners", 5)))
                .containsExactly(KEEP);
        assertThat(choices("challenges", with(CHALLENGE, "winners", 5), CHALLENGE))
                .containsExactly(KEEP);
    }

    @ParameterizedTest
    @CsvSource({"on, visit, true", "when, a > 1, true", "value, sum(a), false", "per, b, false"})
    void keepsAMetricOnlyWhereItsNumbersMeanTheSame(String word, String value, boolean kept) {
        assertThat(choices("metrics", METRIC, with(METRIC, word, value)))
                .isEqualTo(kept ? List.of(KEEP, RESTART) : List.of(RESTART));
    }

    @Test
    void recomputesAStreakUnlessOtherEventsKeepItUp() {
        assertThat(choices("streaks", STREAK, with(STREAK, "onReturn", "keep")))
                .containsExactly(KEEP, RESTART, RECOMPUTE);
        assertThat(choices("streaks", STREAK, with(STREAK, "on", "visit")))
                .containsExactly(KEEP, RESTART);
    }

    @Test
    void keepsWhatNobodyChoseFor() {
        // Given
        Map<String, Object> newer = document("streaks", with(STREAK, "onReturn", "keep"));

        // When
        Revising revising = Revising.of(document("streaks", STREAK), newer, Map.of());

        // Then
        assertThat(revising.problems()).isEmpty();
        assertThat(revising.next(Map.of("streak:daily", new Revision(3, RESTART, 3)), 7))
                .containsExactly(Map.entry("streak:daily", new Revision(7, KEEP, 3)));
    }
}
