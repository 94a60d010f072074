package dev.laurel.rules.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.rules.journal.ChallengeList.Challenge;
import dev.laurel.rules.journal.ChallengeList.Step;
import dev.laurel.rules.journal.ChallengeList.Story;
import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeListTest {

    private static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2011, 12, 1);
    private static final List<Map<String, Object>> STEPS = List.of(Map.of("id", "x", "target", 2));

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
                                Map.of("id", "b", "recommendedFor", "families", "steps", STEPS)));
        MemberProgress progress =
                progress(
                        Map.of(
                                "a",
                                        new ChallengeProgress(
                                                Map.of("one", 3.0),
                                                true,
                                                null,
                                                null,
                                                null,
                                                1,
                                                "won"),
                                "gone", new ChallengeProgress(Map.of(), true, null, null, 1)));

        // When
        List<Challenge> challenges = ChallengeList.of(document, progress, TODAY, null);

        // Then
        assertThat(challenges)
                .containsExactly(
                        new Challenge(
                                "a",
                                "First",
                                null,
                                null,
                                null,
                                List.of(new Step("one", 3, 3), new Step("two", 0, 1.5)),
                                true,
                                null,
                                null,
                                "won",
                                null),
                        new Challenge(
                                "b",
                                "b",
                                null,
                                null,
                                null,
                                List.of(new Step("x", 0, 2)),
                                false,
                                null,
                                null,
                                null,
                                "families"));
    }

    @ParameterizedTest
    @CsvSource({
        "daily, 2011-12-01, 2011-12-01, 1", "daily, 2011-11-30, 2011-12-01, 0",
        "weekly, 2011-11-28, 2011-11-28, 1", "weekly, 2011-11-21, 2011-11-28, 0",
        "monthly, 2011-12-01, 2011-12-01, 1", "monthly, 2011-11-01, 2011-12-01, 0"
    })
    void beginsAfreshWithEachPeriod(
            String repeat, LocalDate occurrence, LocalDate present, double value) {
        Map<String, Object> document =
                Map.of("challenges", List.of(Map.of("id", "a", "repeat", repeat, "steps", STEPS)));
        MemberProgress progress =
                progress(
                        Map.of(
                                "a",
                                new ChallengeProgress(
                                        Map.of("x", 1.0), false, occurrence, null, 1)));

        Challenge challenge = ChallengeList.of(document, progress, TODAY, null).getFirst();

        assertThat(challenge.occurrence()).isEqualTo(present);
        assertThat(challenge.steps()).containsExactly(new Step("x", value, 2));
    }

    @Test
    void showsAHiddenChallengeOnceItIsComplete() {
        Map<String, Object> document =
                Map.of("challenges", List.of(Map.of("id", "a", "hidden", true, "steps", STEPS)));

        assertThat(ChallengeList.of(document, progress(Map.of()), TODAY, null)).isEmpty();
        assertThat(
                        ChallengeList.of(
                                document,
                                progress(
                                        Map.of(
                                                "a",
                                                new ChallengeProgress(Map.of(), true, null, 3, 1))),
                                TODAY,
                                null))
                .extracting(Challenge::completions)
                .containsExactly(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, Hello",
                "en, Hello",
                "'de-AT,en;q=0.5', Hallo",
                "'fr, de;q=0.5', Hallo",
                "fr, Hello",
                "'-;', Hello"
            })
    void speaksTheLanguageOfTheReaderIfTheProgramDoes(String languages, String text) {
        Map<String, Object> texts = Map.of("en", "Hello", "de", "Hallo");
        Map<String, Object> document =
                Map.of(
                        "locales",
                        List.of("en", "de"),
                        "challenges",
                        List.of(
                                Map.of(
                                        "id",
                                        "a",
                                        "name",
                                        texts,
                                        "story",
                                        Map.of("chapter", 2, "text", texts),
                                        "steps",
                                        STEPS)));

        Challenge challenge =
                ChallengeList.of(document, progress(Map.of()), TODAY, languages).getFirst();

        assertThat(challenge.name()).isEqualTo(text);
        assertThat(challenge.story()).isEqualTo(new Story(2, text));
    }

    @Test
    void takesADocumentWithoutChallenges() {
        assertThat(ChallengeList.of(Map.of(), progress(Map.of()), TODAY, null)).isEmpty();
    }

    private static MemberProgress progress(Map<String, ChallengeProgress> challenges) {
        return new MemberProgress(challenges, Map.of(), NOW);
    }
}
