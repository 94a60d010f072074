package dev.laurel.standalone;

import dev.laurel.cli.replay.ReplayCommand;
import dev.laurel.cli.simulate.SimulateCommand;
import dev.laurel.cli.status.StatusCommand;
import dev.laurel.cli.validate.ValidateCommand;
import dev.laurel.cli.verify.VerifyBoardsCommand;
import dev.laurel.cli.verify.VerifyLedgerCommand;
import dev.laurel.standalone.demo.DemoCommand;
import dev.laurel.standalone.rewind.RewindCommand;
import dev.laurel.standalone.up.UpCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The command {@code laurel}. Wrong usage ends with 2, a failure with 1, both with one sentence on
 * standard error.
 */
@Command(
        name = "laurel",
        description = "Open, event-driven gamification platform for CRM.",
        mixinStandardHelpOptions = true,
        version = "laurel 0.1.0-SNAPSHOT",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ReplayCommand.class,
            ValidateCommand.class,
            SimulateCommand.class,
            StatusCommand.class,
            VerifyLedgerCommand.class,
            VerifyBoardsCommand.class,
            RewindCommand.class
        })
public final class LaurelCommand implements Runnable {

    @Spec private CommandSpec spec;

    private LaurelCommand() {}

    /** Runs one command and ends the process with its exit code. */
    static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LaurelCommand())
                .setParameterExceptionHandler(LaurelCommand::wrongUsage)
                .setExecutionExceptionHandler(LaurelCommand::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a command, but got none.");
    }

    private static int wrongUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.printf(
                "laurel: %s See '%s --help'.%n",
                sentence(String.valueOf(wrong.getMessage())),
                command.getCommandSpec().qualifiedName());
        err.flush();
        return ExitCode.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().printf("laurel: %s%n", sentence(message));
        command.getErr().flush();
        return ExitCode.SOFTWARE;
    }

    private static String sentence(String message) {
        String line = message.strip().replace('\n', ' ');
        return line.endsWith(".") || line.endsWith("?") ? line : line + ".";
    }
}
