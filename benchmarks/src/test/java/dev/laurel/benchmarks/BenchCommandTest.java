package dev.laurel.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    @Test
    void explainsItsOptions() {
        // Given
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new BenchCommand()).setOut(new PrintWriter(out));

        // When
        int code = command.execute("--help");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("--events=N", "(default: 150000)", "--json=FILE")
                .contains("--ledger", "--postings=N", "--consumers=N", "--data=FOLDER");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settings(0, 0, 250, 4, 30, false))
                .withMessage("Expected --events from 1 to 10,000,000, but got 0.");
    }
}
