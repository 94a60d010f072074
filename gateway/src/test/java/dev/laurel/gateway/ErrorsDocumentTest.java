package dev.laurel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

    @ParameterizedTest
    @MethodSource("types")
    void explainsEveryTypeWithItsStatus(ProblemType type) throws IOException {
        // When
        List<String> lines = Files.readAllLines(DOCUMENT);

        // Then
        int heading = lines.indexOf("### " + type.slug());
        assertThat(heading).as(type.slug()).isPositive();
        assertThat(lines.get(heading + 2)).startsWith(type.status().value() + ". ");
    }

    static Stream<ProblemType> types() {
        return Stream.concat(Stream.of(CommonProblem.values()), Stream.of(GatewayProblem.values()));
    }
}
