package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that come with Laurel. */
class SampleProgramTest {

    @ParameterizedTest
    @ValueSource(strings = {"retail-club", "stack-exchange", "sales-team"})
    void compilesWithoutWarnings(String example) throws IOException {
        String yaml = Files.readString(Path.of("../examples", example, "program.yaml"));

        assertThat(Programs.problems(yaml)).isEmpty();
        assertThat(Programs.warnings(yaml)).isEmpty();
    }
}
