package dev.laurel.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressPrinterTest {

    private final StringWriter out = new StringWriter();

    @Test
    void drawsABarOnATerminal() {
        // Given
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), true, () -> 0.5);

        // When
        printer.update(1_000, 2);

        // Then
        assertThat(out.toString())
                .startsWith("\r[###############---------------]  50 %  1,000 events,")
                .contains("2 refused");
    }

    @Test
    void drawsNoBarWhereNobodyKnowsTheEnd() {
        // Given
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), true, () -> -1);

        // When
        printer.update(1_000, 0);

        // Then
        assertThat(out.toString()).startsWith("\r1,000 events,").doesNotContain("refused");
    }

    @Test
    void saysNothingForFiveSecondsElsewhere() {
        // Given
        ProgressPrinter printer = new ProgressPrinter(new PrintWriter(out), false, () -> 0.5);

        // When
        printer.update(1_000, 0);

        // Then
        assertThat(out.toString()).isEmpty();
    }
}
