package dev.laurel.badges.catalogue.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BadgesReaderTest {

    @Test
    void readsWhatItKnowsAndPassesOverTheRest() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "badges",
                        List.of(
                                Map.of(
                                        "id",
                                        "a",
                                        "name",
                                        "A",
                                        "description",
                                        "All",
                                        "image",
                                        "a.svg"),
                                Map.of("id", "b", "name", Map.of("en", "B")),
                                "c"));

        // When
        Catalogue catalogue = BadgesReader.read(document);

        // Then
        assertThat(catalogue.badges())
                .containsExactly(new Badge("a", "A", "All"), new Badge("b", "b", null));
        assertThat(catalogue.badge("gone")).isEqualTo(new Badge("gone", "gone", null));
    }

    @Test
    void makesABadgeOfEachLevel() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "locales",
                        List.of("de", "en"),
                        "badges",
                        List.of(
                                Map.of(
                                        "id",
                                        "regular",
                                        "name",
                                        Map.of("en", "Regular", "de", "Stammgast"),
                                        "description",
                                        "Comes back",
                                        "levels",
                                        List.of(
                                                Map.of("id", "bronze", "when", "true"),
                                                Map.of(
                                                        "id",
                                                        "gold",
                                                        "name",
                                                        "Golden",
                                                        "description",
                                                        "A hundred times")))));

        // When
        Catalogue catalogue = BadgesReader.read(document);

        // Then
        assertThat(catalogue.badges())
                .containsExactly(
                        new Badge("regular.bronze", "Stammgast: bronze", "Comes back"),
                        new Badge("regular.gold", "Golden", "A hundred times"));
    }

    @Test
    void aProgramMayHaveNoBadges() {
        // When
        Catalogue catalogue = BadgesReader.read(Map.of());

        // Then
        assertThat(catalogue.badges()).isEmpty();
    }
}
