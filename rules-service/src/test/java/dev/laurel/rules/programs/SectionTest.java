package dev.laurel.rules.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTest {

    private final Section rules = new Section("rules");
    private final Map<String, Object> first = Map.of("id", "a", "on", "purchase");
    private final Map<String, Object> second = Map.of("id", "b", "on", "return");
    private final Map<String, Object> document =
            Map.of("program", "shop", "rules", List.of(first, second));

    @Test
    void findsAPartById() {
        assertThat(rules.part(document, "b")).contains(second);
        assertThat(rules.part(document, "c")).isEmpty();
        assertThat(new Section("badges").part(document, "b")).isEmpty();
    }

    @Test
    void replacesAPartInItsPlace() {
        // Given
        Map<String, Object> changed = Map.of("id", "a", "on", "visit");

        // When
        Map<String, Object> result = rules.with(document, "a", changed);

        // Then
        assertThat(result)
                .containsEntry("rules", List.of(changed, second))
                .containsEntry("program", "shop");
        assertThat(document).containsEntry("rules", List.of(first, second));
    }

    @Test
    void addsANewPartBehindTheOthers() {
        // Given
        Map<String, Object> third = Map.of("id", "c");

        // When
        Map<String, Object> result = rules.with(document, "c", third);

        // Then
        assertThat(result).containsEntry("rules", List.of(first, second, third));
    }

    @Test
    void removesAPart() {
        assertThat(rules.without(document, "a")).containsEntry("rules", List.of(second));
    }

    @Test
    void saysWhenThereIsNoList() {
        assertThat(rules.isBroken(Map.of("rules", "all of them"))).isTrue();
        assertThat(rules.isBroken(Map.of())).isFalse();
        assertThat(rules.isBroken(document)).isFalse();
    }
}
