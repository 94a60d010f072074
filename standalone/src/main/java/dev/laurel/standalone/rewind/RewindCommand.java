package dev.laurel.standalone.rewind;

import dev.laurel.embedded.BrokerSettings;
import dev.laurel.embedded.DataFolder;
import dev.laurel.embedded.EmbeddedBroker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel rewind}: after a backup was restored, or a projection emptied. */
@Command(
        name = "rewind",
        description =
                "Lets readers begin again with the oldest records that the broker has, after what they wrote was restored from a backup or emptied.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Their services have to be stopped. What a service has in its database already is not counted twice.",
            "Exit code: 0 when every group was rewound, 1 when one could not be, 2 for wrong usage."
        })
public final class RewindCommand implements Callable<Integer> {

    /** Its state is on the broker and not in a database: it would decide everything once more. */
    private static final String EVALUATION = "laurel-rules";

    private static final int PATIENCE_MILLIS = 30_000;

    @Spec private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    private static final class Where {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The folder of a platform that was started with `up` and is stopped.")
        private @Nullable Path data;

        @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "A broker that runs.")
        private @Nullable String kafka;
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "GROUP",
            description = "Groups of readers, such as laurel-badges; `status` lists them.")
    private List<String> groups = List.of();

    @Override
    public Integer call() throws Exception {
        if (groups.contains(EVALUATION)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected a group that writes to a database, but %s decides: rewound, it would find every event a duplicate."
                            .formatted(EVALUATION));
        }
        Path data = where.data;
        if (data == null) {
            rewind(String.valueOf(where.kafka));
            return 0;
        }
        try (DataFolder folder = DataFolder.open(data);
                EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerSettings.in(folder.path().resolve("broker")))) {
            rewind(broker.bootstrapServers());
        }
        return 0;
    }

    private void rewind(String servers) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> settings =
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            Readers readers = new Readers(admin);
            for (String group : groups) {
                Map<String, Long> again = readers.rewind(group);
                if (again.isEmpty()) {
                    out.printf("%s has read nothing yet%n", group);
                }
                again.forEach((topic, records) ->
                        out.printf("%s reads %,d records of %s again%n", group, records, topic));
                out.flush();
            }
        }
    }
}
