package dev.laurel.rules.programs.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private final DocumentReader reader = new DocumentReader();

    @Test
    void readsYamlAndJsonToTheSameTree() throws UnreadableDocument {
        // Given
        String yaml =
                """
                program: shop
                open: 2011-11-01/2011-12-24
                rules:
                  - { id: a, on: purchase, award: { stars: 5 }, active: true, note: null }
                limit: 1.5
                """;
        String json =
                """
                {"program": "shop", "open": "2011-11-01/2011-12-24", "rules": [{"id": "a", "on": "purchase",
                 "award": {"stars": 5}, "active": true, "note": null}], "limit": 1.5}
                """;

        // When
        Map<String, Object> fromYaml = reader.read(yaml.getBytes(UTF_8), DocumentFormat.YAML);

        // Then
        assertThat(fromYaml)
                .isEqualTo(reader.read(json.getBytes(UTF_8), DocumentFormat.JSON))
                .containsEntry("limit", 1.5)
                .containsEntry("open", "2011-11-01/2011-12-24");
        assertThat(fromYaml.get("rules"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("on", "purchase");
    }

    @Test
    void saysWhereTheYamlIsBroken() {
        // Given
        String text = "program: shop\nrules:\n  - id: a\n  on: purchase\n";

        // When
        UnreadableDocument problem = problemOf(text, DocumentFormat.YAML);

        // Then
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isEqualTo(3);
        assertThat(problem).hasMessageContaining("line 4, column 3");
    }

    @Test
    void saysWhereTheJsonIsBroken() {
        // When
        UnreadableDocument problem = problemOf("{\"a\": 1,\n \"b\": }", DocumentFormat.JSON);

        // Then
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(7);
    }

    @Test
    void refusesAliases() {
        // Given
        String bomb = "a: &a [x, x]\nb: [*a, *a]\n";

        // When
        UnreadableDocument problem = problemOf(bomb, DocumentFormat.YAML);

        // Then
        assertThat(problem).hasMessageStartingWith("Expected no aliases, but there is *a.");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void refusesDuplicateNames() {
        assertThatThrownBy(() -> read("a: 1\na: 2\n", DocumentFormat.YAML))
                .hasMessageContaining("Duplicate");
        assertThatThrownBy(() -> read("{\"a\": 1, \"a\": 2}", DocumentFormat.JSON))
                .hasMessageContaining("Duplicate");
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        String deep = "{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}";
        for (DocumentFormat format : DocumentFormat.values()) {
            assertThatThrownBy(() -> read(deep, format)).isInstanceOf(UnreadableDocument.class);
            assertThatThrownBy(() ->
                            read(
                                    "{\"a\": \"" + "x".repeat(DocumentReader.MAX_BYTES) + "\"}",
                                    format))
                    .hasMessageContaining("bytes");
        }
    }

    @Test
    void refusesWhatIsNotOneObject() {
        assertThatThrownBy(() -> read("- a\n- b\n", DocumentFormat.YAML))
                .hasMessageContaining(
                        "Expected an object with the program's parts, but it is a list");
        assertThatThrownBy(() -> read("", DocumentFormat.YAML)).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a: 1\n---\na: 2\n", DocumentFormat.YAML))
                .hasMessageContaining("Expected one document");
        assertThatThrownBy(() -> read("{} {}", DocumentFormat.JSON))
                .hasMessageContaining("Expected one document");
        assertThatThrownBy(() -> read("a: .inf", DocumentFormat.YAML))
                .isInstanceOf(UnreadableDocument.class);
    }

    private Map<String, Object> read(String text, DocumentFormat format) throws UnreadableDocument {
        return reader.read(text.getBytes(UTF_8), format);
    }

    private UnreadableDocument problemOf(String text, DocumentFormat format) {
        return catchThrowableOfType(UnreadableDocument.class, () -> read(text, format));
    }
}
