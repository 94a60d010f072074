package dev.laurel.rules.explanations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.RuleDecision;
import dev.laurel.contracts.decisions.RuleDecision.Outcome;
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
