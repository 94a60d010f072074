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
    void speaksTheLanguageOfTheReaderWhereTheProgramDoes() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "name",
                        Map.of("en", "The Club", "de", "Der Club"),
                        "locales",
                        List.of("en", "de"),
                        "badges",
                        List.of(
                                Map.of(
                                        "id",
                                        "regular",
                                        "name",
                                        Map.of("en", "Regular", "de", "Stammgast"),
                                        "criteria",
                                        Map.of("en", "Come often."),
                                        "hidden",
                                        true)));

        // When
        Catalogue german = BadgesReader.read("club", document, "de-AT,de;q=0.9,en;q=0.5");
        Catalogue french = BadgesReader.read("club", document, "fr");
        Catalogue nonsense = BadgesReader.read("club", document, "!");

        // Then
        assertThat(german.programName()).isEqualTo("Der Club");
        assertThat(german.badge("regular"))
                .isEqualTo(
                        new Badge(
                                "regular",
                                "Stammgast",
                                null,
                                "Come often.",
                                true,
                                Badge.Level.ONLY,
                                List.of()));
        assertThat(french.badge("regular").name()).isEqualTo("Regular");
        assertThat(nonsense.programName()).isEqualTo("The Club");
    }

    @Test
    void knowsWhichMechanicsGiveABadge() {
        // Given
        Map<String, Object> document =
                Map.of(
                        "badges",
                        List.of(Map.of("id", "regular")),
                        "challenges",
                        List.of(
                                Map.of("id", "spring", "award", Map.of("badge", "regular")),
                                Map.of("id", "autumn", "award", Map.of("stars", 5))),
                        "streaks",
                        List.of(
                                Map.of(
                                        "id",
                                        "weekly",
                                        "milestones",
                                        Map.of("4", Map.of("badge", "regular")))));

        // When
        Badge badge = BadgesReader.read("club", document, null).badge("regular");

        // Then
        assertThat(badge.earnedBy())
                .containsExactly(
                        new Badge.Source("challenge", "spring"),
                        new Badge.Source("streak", "weekly"));
    }

    @Test
    void aProgramMayHaveNoBadges() {
        // When
        Catalogue catalogue = BadgesReader.read("club", Map.of(), null);

        // Then
        assertThat(catalogue.badges()).isEmpty();
    }

    private static Badge badge(String id, String name, @Nullable String description) {
        return new Badge(id, name, description, null, false, Badge.Level.ONLY, List.of());
    }

    private static Badge level(String id, String name, String description, int number) {
        return new Badge(id, name, description, null, false, new Badge.Level(number, 2), List.of());
    }
}
