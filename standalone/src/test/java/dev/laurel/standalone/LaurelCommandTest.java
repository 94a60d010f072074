package dev.laurel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LaurelCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "demo",
                "replay",
                "validate",
                "status",
                "verify-ledger",
                "verify-boards",
                "rewind"
            })
    void explainsEveryCommand(String command) {
        // When
        int exitCode = execute(command, "--help");

        // Then
        assertThat(exitCode).isZero();
        assertThat(out.toString()).contains("Usage: laurel " + command);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void refusesNoCommandInOneSentence() {
        // When
        int exitCode = execute();

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "laurel: Expected a command, but got none. See 'laurel --help'.%n"
                                .formatted());
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesWrongUsageInOneSentence() {
        // When
        int exitCode = execute("up", "--port", "eighty");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("laurel: Invalid value for option '--port'")
                .hasLineCount(1);
    }

    @Test
    void refusesAPortThatIsNone(@TempDir Path folder) {
        // When
        int exitCode = execute("up", "--data", folder.toString(), "--port", "70000");

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("laurel: Expected a port from 1 to 65535, but got 70000.")
                .hasLineCount(1);
    }

    @Test
    void saysInOneSentenceWhatFailed(@TempDir Path folder) {
        // When
        int exitCode = execute("validate", folder.resolve("none.yaml").toString());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith("laurel: Expected ").hasLineCount(1);
    }

    private int execute(String... arguments) {
        CommandLine command = LaurelCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        return command.execute(arguments);
    }
}
