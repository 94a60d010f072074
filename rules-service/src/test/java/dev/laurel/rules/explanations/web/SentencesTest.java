package dev.laurel.rules.explanations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.decisions.Cause;
import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.contracts.decisions.RuleDecision.Outcome;
import dev.laurel.rules.evaluation.Explanations.ForTeam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static Decision decision(RuleDecision... rules) {
        return new Decision(
                new UUID(0, 1),
                "shop",
                1,
                "cafe",
                "ann",
                new EventReference(
                        "/tills",
                        "1",
                        "visit",
                        "ann",
                        Instant.EPOCH,
                        Instant.EPOCH,
                        LocalDate.EPOCH,
                        false),
                Decision.Outcome.DECIDED,
                null,
                List.of(rules),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static RuleDecision rule(Outcome outcome) {
        return new RuleDecision(
                "earn",
                outcome,
                Map.of("stars", 8L),
                Map.of("stars", 5L),
                outcome == Outcome.AWARDED ? null : "Expected 1 > 2, but it was not.");
    }

    private static String text(String languages, RuleDecision rule) {
        return Sentences.in(languages).of(decision(rule)).getFirst().text();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "de-AT,en;q=0.5|de",
                "fr, de;q=0.4|de",
                "en-GB, de;q=0.9|en",
                "fr|en",
                "*|en",
                "no language!|en"
            },
            delimiter = '|')
    void speakTheBestLanguageThatTheyKnow(String languages, String spoken) {
        assertThat(Sentences.in(languages).locale()).isEqualTo(Locale.of(spoken));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void speakEnglishWhereNothingIsSaid(String languages) {
        assertThat(Sentences.in(languages).locale()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void saysWhyInEnglishAndWhatInGerman() {
        assertThat(text("en", rule(Outcome.AWARDED))).isEqualTo("It moves +5 stars.");
        assertThat(text("en", rule(Outcome.CAPPED)))
                .isEqualTo("It moves +5 stars of +8 stars. Expected 1 > 2, but it was not.");
        assertThat(text("de", rule(Outcome.AWARDED))).isEqualTo("Sie bewegt +5 stars.");
        assertThat(text("de", rule(Outcome.CAPPED)))
                .isEqualTo(
                        "Sie bewegt +5 stars von +8 stars, denn mehr lässt eine Grenze nicht zu.");
        assertThat(Sentences.in("de").summary(decision()))
                .isEqualTo("Das Ereignis zählt. Es bewegt insgesamt keine Punkte.");
    }

    @Test
    void tellALimitThatRefusesFromAConditionThatDoesNotHold() {
        RuleDecision unmet =
                new RuleDecision("earn", Outcome.REFUSED, Map.of(), Map.of(), "Expected 1 > 2.");
        RuleDecision limited =
                new RuleDecision(
                        "earn",
                        Outcome.REFUSED,
                        Map.of("stars", 8L),
                        Map.of(),
                        "Expected at most 5 stars per day.");

        assertThat(text("de", unmet))
                .isEqualTo("Sie gibt nichts, denn das Ereignis erfüllt ihre Bedingung nicht.");
        assertThat(text("de", limited))
                .isEqualTo(
                        "Sie gibt nichts von +8 stars, denn eine Grenze oder der Abstand zum letzten Mal lässt es nicht zu.");
        assertThat(text("en", unmet)).isEqualTo("It gives nothing. Expected 1 > 2.");
        assertThat(text("en", limited))
                .isEqualTo("It gives nothing of +8 stars. Expected at most 5 stars per day.");
    }

    private static String ofTeam(String language, double after, boolean before, long points) {
        ChallengeDecision challenge =
                ChallengeDecision.once(
                        "potluck",
                        List.of(new ChallengeDecision.StepProgress("sales", 0, after, 1_000)),
                        before,
                        after >= 1_000);
        Decision plain = decision();
        Decision told =
                new Decision(
                        plain.id(),
                        plain.program(),
                        plain.version(),
                        plain.hash(),
                        plain.member(),
                        plain.event(),
                        plain.outcome(),
                        null,
                        List.of(),
                        List.of(challenge),
                        List.of(),
                        points == 0
                                ? List.of()
                                : List.of(
                                        new PointsEffect(
                                                new UUID(0, 2),
                                                "stars",
                                                points,
                                                new Cause(Cause.Kind.CHALLENGE, "potluck"))),
                        List.of());
        return Sentences.in(language).of(new ForTeam("red", List.of(told), null));
    }

    @Test
    void sayWhatATeamComesTo() {
        assertThat(ofTeam("en", 999.5, false, 0))
                .isEqualTo("In challenge potluck, team red comes to 999.5 of 1,000 (sales).");
        assertThat(ofTeam("de", 1_000, false, 50))
                .isEqualTo(
                        "In der Herausforderung potluck kommt das Team red auf 1.000 von 1.000 (sales). Damit ist sie für das Mitglied geschafft. Für das Mitglied bewegt das +50 stars.");
        assertThat(ofTeam("de", 999.5, true, -50))
                .isEqualTo(
                        "In der Herausforderung potluck kommt das Team red auf 999,5 von 1.000 (sales). Für das Mitglied ist sie nicht mehr geschafft. Für das Mitglied bewegt das -50 stars.");
        assertThat(Sentences.in("de").of(new ForTeam("red", List.of(), "Expected an instance.")))
                .isEqualTo("Was es für das Team red bewirkt, lässt sich im Moment nicht sagen.");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void haveWordsForEveryOutcomeOfARule(Outcome outcome) {
        for (String language : List.of("en", "de")) {
            assertThat(text(language, rule(outcome))).isNotBlank().doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(Decision.Outcome.class)
    void haveWordsForEveryOutcomeOfAnEvent(Decision.Outcome outcome) {
        for (String language : List.of("en", "de")) {
            assertThat(Sentences.in(language).texts().containsKey("outcome." + outcome)).isTrue();
        }
    }
}
