package dev.laurel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs a command as the command line does. */
public final class Shell {

    /**
     * What a command left behind.
     *
     * @param exitCode 0, 1 or 2
     * @param out standard output
     * @param err standard error
     */
    public record Run(int exitCode, String out, String err) {}

    private Shell() {}

    public static Run run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                new CommandLine(command)
                        .setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setExecutionExceptionHandler((failure, line, _) -> {
                            line.getErr().println(failure.getMessage());
                            return 1;
                        })
                        .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
