package dev.laurel.standalone.demo;

import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.standalone.sandboxes.SandboxedCrms;
import dev.laurel.standalone.up.Session;
import dev.laurel.standalone.up.UpOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code laurel demo}: the platform at work on a year of a real shop. */
@Command(
        name = "demo",
        description = "Start the platform, replay a year of a real shop, and show what came of it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private UpOptions options = new UpOptions();

    @Option(names = "--exit", description = "Stop afterwards instead of leaving the platform up.")
    private boolean exit;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Also write the figures there, as JSON.")
    private @Nullable Path file;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Sample sample = Sample.find();
        try (Session session = Session.start(options, out);
                PlatformClient client = new PlatformClient(session.url())) {
            Demo demo = new Demo(client, out, spec.commandLine().getErr());
            Summary withoutCrms = demo.run(sample);
            try (SandboxedCrms crms = demo.connect(sample)) {
                Summary summary = demo.with(crms, withoutCrms);
                out.println();
                out.print(SummaryText.of(summary));
                write(summary);
                if (!exit) {
                    out.println();
                    out.printf("The platform stays up at %s; Ctrl-C stops it.%n", session.url());
                    out.flush();
                    session.awaitStop();
                }
                out.flush();
                return summary.isAsItShouldBe() ? ExitCode.OK : ExitCode.SOFTWARE;
            }
        }
    }

    private void write(Summary summary) throws IOException {
        if (file != null) {
            Files.writeString(file, json(summary) + "\n");
        }
    }

    private static String json(Summary summary) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(summary);
    }
}
