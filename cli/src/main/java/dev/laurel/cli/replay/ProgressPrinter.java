package dev.laurel.cli.replay;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Shows how far a replay is: a bar on a terminal, a line every five seconds elsewhere. */
public final class ProgressPrinter implements ReplayProgress {

    private static final int WIDTH = 30;
    private static final Duration BAR_EVERY = Duration.ofMillis(100);
    private static final Duration LINE_EVERY = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final boolean terminal;
    private final DoubleSupplier fraction;
    private final long start = System.nanoTime();
    private long lastShown;

    /**
     * @param terminal whether lines can be overwritten
     * @param fraction how much of the file has been read, 0 to 1, below 0 where nobody knows
     */
    public ProgressPrinter(PrintWriter out, boolean terminal, DoubleSupplier fraction) {
        this.out = out;
        this.terminal = terminal;
        this.fraction = fraction;
        this.lastShown = terminal ? start - BAR_EVERY.toNanos() : start;
    }

    /** A printer for wherever standard error goes. */
    public static ProgressPrinter onStandardError(PrintWriter out, DoubleSupplier fraction) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressPrinter(out, terminal, fraction);
    }

    @Override
    public void update(long answered, long rejected) {
        long now = System.nanoTime();
        if (now - lastShown >= (terminal ? BAR_EVERY : LINE_EVERY).toNanos()) {
            lastShown = now;
            show(answered, rejected, now);
        }
    }

    /** Leaves the line to whatever is printed next. */
    public void end() {
        if (terminal) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    private void show(long answered, long rejected, long now) {
        double seconds = Math.max(1, now - start) / 1e9;
        String refused = rejected == 0 ? "" : ", %,d refused".formatted(rejected);
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d events, %,.0f per second%s",
                        answered,
                        answered / seconds,
                        refused);
        if (terminal) {
            out.print("\r" + bar() + text + "\u001b[K");
        } else {
            out.println(text);
        }
        out.flush();
    }

    private String bar() {
        double done = fraction.getAsDouble();
        if (done < 0) {
            return "";
        }
        int filled = (int) Math.round(done * WIDTH);
        return "[%s%s] %3.0f %%  "
                .formatted("#".repeat(filled), "-".repeat(WIDTH - filled), done * 100);
    }
}
