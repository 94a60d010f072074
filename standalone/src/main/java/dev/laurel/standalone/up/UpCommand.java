package dev.laurel.standalone.up;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code laurel up}: starts the platform and keeps it up until Ctrl-C. */
@Command(
        name = "up",
        description = "Start the whole platform in this process; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private UpOptions options = new UpOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Session session = Session.start(options, out)) {
            out.println("Ctrl-C stops it.");
            out.flush();
            session.awaitStop();
        }
        return 0;
    }
}
