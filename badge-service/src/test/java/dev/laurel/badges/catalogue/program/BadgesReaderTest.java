package dev.laurel.badges.catalogue.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Catalogue catalogue = BadgesReader.read("club", document, null);

        // Then
        assertThat(catalogue.badges())
                .containsExactly(badge("a", "A", "All"), badge("b", "b", null));
        assertThat(catalogue.badge("gone")).isEqualTo(badge("gone", "gone", null));
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
        Catalogue catalogue = BadgesReader.read("club", document, null);

        // Then
        assertThat(catalogue.badges())
                .containsExactly(
                        level("regular.bronze", "Stammgast: bronze", "Comes back", 1),
                        level("regular.gold", "Golden", "A hundred times", 2));
    }

    @Test
    void aProgramMayHaveNoBadges() {
        // When
        Catalogue catalogue = BadgesReader.read("club", Map.of(), null);

        // Then
        assertThat(catalogue.badges()).isEmpty();
    }

    private static Badge badge(String id, String name, @Nullable String description) {
        return new Badge(id, name, description, null, false, Badge.Level.ONLY);
    }

    private static Badge level(String id, String name, String description, int number) {
        return new Badge(id, name, description, null, false, new Badge.Level(number, 2));
    }
}
