package dev.laurel.cli.replay;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.platform.PlatformOption;
import dev.laurel.cli.status.Settling;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Sends a file of events to a running platform.",
        footer = {
            "",
            "It is safe to send a file again: an event that is stored already is not counted twice.",
            "Exit code: 0 when every event was accepted, 1 when one was refused or could not be sent, 2 for wrong usage."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final Duration WAITING = Duration.ofMinutes(30);

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PlatformOption platform = new PlatformOption();

    @Parameters(
            paramLabel = "FILE",
            description =
                    "CloudEvents in JSON, one per line, plain or .gz; '-' for standard input.")
    private String file = "-";

    @Option(
            names = "--program",
            required = true,
            paramLabel = "PROGRAM",
            description = "The program that the events are for.")
    private String program = "";

    @Option(
            names = "--import",
            description = "Declare the events as history: they are never too late.")
    private boolean imported;

    @Option(
            names = "--wait",
            description = "Wait until everything sent is decided, posted and passed on.")
    private boolean wait;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "" + ReplaySettings.DEFAULT_CONCURRENCY,
            description =
                    "Requests at the same time (${DEFAULT-VALUE}); each member's events stay in order.")
    private int concurrency;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = java.util.Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        ReplayResult result;
        try (PlatformClient client = new PlatformClient(platform.url())) {
            result = replay(client, settings(command), err);
            print(result, out);
            if (wait) {
                new Settling(client).await(WAITING, err::println);
                out.println("Everything is decided, posted and passed on.");
            }
        }
        out.flush();
        return result.rejected() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ReplaySettings settings(CommandSpec command) {
        try {
            return new ReplaySettings(
                    program, imported, concurrency, ReplaySettings.DEFAULT_PATIENCE);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    command.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private ReplayResult replay(PlatformClient client, ReplaySettings settings, PrintWriter err)
            throws IOException {
        try (EventFile events = EventFile.open(file, System.in)) {
            ProgressPrinter progress = ProgressPrinter.onStandardError(err, events::fraction);
            try {
                return new Replay(client, settings, progress).send(events.lines());
            } finally {
                progress.end();
            }
        } catch (java.util.zip.ZipException | java.io.EOFException broken) {
            throw new CommandFailure(
                    "Expected a whole file, but '%s' is cut off or damaged: %s."
                            .formatted(file, broken.getMessage()),
                    broken);
        }
    }

    private static void print(ReplayResult result, PrintWriter out) {
        out.println(
                String.format(
                        Locale.ROOT,
                        "Sent %,d events in %.1f s (%,.0f per second): %,d accepted, %,d refused.",
                        result.sent(),
                        result.duration().toMillis() / 1e3,
                        result.rate(),
                        result.accepted(),
                        result.rejected()));
        result.byReason()
                .forEach((reason, count) ->
                        out.println(String.format(Locale.ROOT, "  %,8d %s", count, reason)));
        if (!result.examples().isEmpty()) {
            out.println("The first of each:");
            result.examples().forEach(example -> out.println("  " + example));
        }
        out.flush();
    }
}
