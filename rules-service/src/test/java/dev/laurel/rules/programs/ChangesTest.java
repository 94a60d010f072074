package dev.laurel.rules.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void namesWhatWasAddedChangedAndRemoved() {
        // Given
        Map<String, Object> older =
                Map.of(
                        "program", "shop",
                        "timeZone", "Europe/London",
                        "rules", List.of(Map.of("id", "a", "on", "x"), Map.of("id", "b")),
                        "events", Map.of("purchase", Map.of("amount", "double")),
                        "badges", List.of(Map.of("id", "same")));
        Map<String, Object> newer =
                Map.of(
                        "program", "shop",
                        "timeZone", "Europe/Paris",
                        "rules", List.of(Map.of("id", "c"), Map.of("id", "a", "on", "y")),
                        "events", Map.of("purchase", Map.of("amount", "int"), "visit", Map.of()),
                        "badges", List.of(Map.of("id", "same")));

        // When
        Map<String, Changes> changes = Changes.between(older, newer);

        // Then
        assertThat(changes)
                .containsOnly(
                        Map.entry("rules", new Changes(List.of("c"), List.of("a"), List.of("b"))),
                        Map.entry(
                                "events",
                                new Changes(List.of("visit"), List.of("purchase"), List.of())),
                        Map.entry(
                                "program", new Changes(List.of(), List.of("timeZone"), List.of())));
    }

    @Test
    void findsNothingBetweenEqualDocuments() {
        // Given
        Map<String, Object> document =
                Map.of("program", "shop", "rules", List.of(Map.of("id", "a")));

        // When
        Map<String, Changes> changes = Changes.between(document, document);

        // Then
        assertThat(changes).isEmpty();
    }
}
