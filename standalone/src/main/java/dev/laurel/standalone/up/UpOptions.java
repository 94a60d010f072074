package dev.laurel.standalone.up;

import dev.laurel.embedded.DatabaseSettings;
import dev.laurel.standalone.platform.PlatformSettings;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What {@code up} and every command that starts the platform can be told. */
public final class UpOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description =
                    "The address at which others reach this platform, https://host[:port]: in its name"
                            + " badges are issued (default: http://localhost and the port).")
    @Nullable URI publicUrl;

    @Option(
            names = "--database-memory",
            paramLabel = "MIB",
            description =
                    "How many MiB the database keeps its pages in (default: ${DEFAULT-VALUE}). A ledger of"
                            + " many millions of postings wants its indexes in there.")
    int databaseMemory = DatabaseSettings.DEFAULT_MEMORY;

    @Option(names = "--verbose", description = "Show the whole log on the console.")
    boolean verbose;

    /**
     * The platform's settings.
     *
     * @throws ParameterException if there can't be such a platform
     */
    PlatformSettings settings() {
        try {
            URI known = publicUrl == null ? URI.create("http://localhost:" + port) : publicUrl;
            return new PlatformSettings(listen, port, durability(), databaseMemory, known);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private DatabaseSettings.Durability durability() {
        return ephemeral ? DatabaseSettings.Durability.NONE : DatabaseSettings.Durability.DISK;
    }
}
