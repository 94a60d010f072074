package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program that comes with Laurel. */
class SampleProgramTest {

    @Test
    void compilesWithoutWarnings() throws IOException {
        String yaml = Files.readString(Path.of("../examples/retail-club/program.yaml"));

        assertThat(Programs.problems(yaml)).isEmpty();
        assertThat(Programs.warnings(yaml)).isEmpty();
    }
}
