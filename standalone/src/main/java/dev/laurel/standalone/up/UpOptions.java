package dev.laurel.standalone.up;

import dev.laurel.standalone.platform.PlatformSettings;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What {@code up} and every command that starts the platform can be told. */
public final class UpOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps everything (default: ${DEFAULT-VALUE}).")
    Path data = Path.of("data");

    @Option(
            names = "--ephemeral",
            description = "Use a temporary folder instead, and delete it at the end.")
    boolean ephemeral;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    int port = PlatformSettings.DEFAULT_PORT;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    String listen = "127.0.0.1";

    @Option(names = "--verbose", description = "Show the whole log on the console.")
    boolean verbose;
}
