package dev.laurel.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.validate.DocumentPlaces.Position;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DocumentPlacesTest {

    private static final String PROGRAM =
            """
            # A comment
            program: shop
            rules:
              - id: base
                on: purchase
                award: { stars: "1" }
              - id: second
                limits:
                  - per: day
            """;

    @ParameterizedTest
    @CsvSource({
        "/program, 2, 1",
        "/rules, 3, 1",
        "/rules/0, 4, 5",
        "/rules/0/on, 5, 5",
        "/rules/0/award/stars, 6, 14",
        "/rules/1/limits/0/per, 9, 9"
    })
    void findsEveryValue(String pointer, int line, int column) {
        assertThat(places().find(pointer)).hasValue(new Position(line, column));
    }

    @ParameterizedTest
    @CsvSource({"/rules/0/when, 4, 5", "/rules/7, 3, 1", "/nothing, 2, 1"})
    void findsTheNearestPlaceOfWhatIsNotThere(String pointer, int line, int column) {
        assertThat(places().find(pointer)).hasValue(new Position(line, column));
    }

    private static DocumentPlaces places() {
        YAMLMapper yaml = new YAMLMapper();
        try (var parser = yaml.createParser(PROGRAM)) {
            return DocumentPlaces.read(parser);
        }
    }
}
