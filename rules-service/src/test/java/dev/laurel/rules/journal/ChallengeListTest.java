package dev.laurel.rules.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.journal.ChallengeList.Challenge;
import dev.laurel.rules.journal.ChallengeList.Step;
import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengeListTest {

    private static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");

    @Test
    void showsAllChallengesWithWhatWasReached() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "challenges",
                        List.of(
                                Map.of(
                                        "id", "a",
                                        "name", "First",
                                        "steps",
                                                List.of(
                                                        Map.of("id", "one", "target", 3),
                                                        Map.of("id", "two", "target", 1.5))),
                                Map.of(
                                        "id",
                                        "b",
                                        "steps",
                                        List.of(Map.of("id", "x", "target", 1)))));
        MemberProgress progress =
                new MemberProgress(
                        Map.of(
                                "a", new ChallengeProgress(Map.of("one", 3.0), true, null, null),
                                "gone", new ChallengeProgress(Map.of(), true, null, null)),
                        NOW);

        // When
        List<Challenge> challenges = ChallengeList.of(document, progress);

        // Then
        assertThat(challenges)
                .containsExactly(
                        new Challenge(
                                "a",
                                "First",
                                List.of(new Step("one", 3, 3), new Step("two", 0, 1.5)),
                                true),
                        new Challenge("b", "b", List.of(new Step("x", 0, 1)), false));
    }

    @Test
    void takesADocumentWithoutChallenges() {
        assertThat(ChallengeList.of(Map.of(), new MemberProgress(Map.of(), NOW))).isEmpty();
    }
}
