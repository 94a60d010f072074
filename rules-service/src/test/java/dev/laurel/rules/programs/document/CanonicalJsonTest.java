package dev.laurel.rules.programs.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sortsNamesAndWritesNumbersPlainly() {
        // Given
        Map<String, Object> tree =
                Map.of(
                        "b",
                        List.of(1, 100.0, 1.5e-7, 12345678901234567L),
                        "a",
                        Map.of(),
                        "ä",
                        "x\n\"y\"");

        // When
        String text = CanonicalJson.write(tree);

        // Then
        assertThat(text)
                .isEqualTo(
                        "{\"a\":{},\"b\":[1,100,0.00000015,12345678901234567],\"ä\":\"x\\n\\\"y\\\"\"}");
    }

    @Test
    void isTheSameForYamlAndJson() throws UnreadableDocument {
        // Given
        DocumentReader reader = new DocumentReader();
        byte[] yaml = "b: 10.0\na: [1, x]\n".getBytes(UTF_8);
        byte[] json = "{\"a\": [1, \"x\"], \"b\": 10}".getBytes(UTF_8);

        // When
        String hash = CanonicalJson.hash(reader.read(yaml, DocumentFormat.YAML));

        // Then
        assertThat(hash)
                .isEqualTo(CanonicalJson.hash(reader.read(json, DocumentFormat.JSON)))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void whatIsWrittenAsYamlIsReadBackEqual() throws UnreadableDocument {
        // Given
        Map<String, Object> tree =
                Map.of(
                        "text",
                                List.of(
                                        "true",
                                        "null",
                                        "12",
                                        "1.5",
                                        "a: b",
                                        "- x",
                                        "~",
                                        "",
                                        "é\n z",
                                        "2011-11-01"),
                        "numbers", List.of(1, 1.5, 1e100, -3),
                        "empty", Map.of());

        // When
        byte[] yaml = new DocumentWriter().write(tree, DocumentFormat.YAML);

        // Then
        assertThat(new DocumentReader().read(yaml, DocumentFormat.YAML)).isEqualTo(tree);
    }
}
