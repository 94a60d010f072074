package dev.laurel.cli.status;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.platform.PlatformOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code laurel status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is up, how far behind each reader is, and whether the ledger balances.",
        footer = {
            "",
            "Exit code: 0 when everything is up and the ledger balances, 1 otherwise, 2 for wrong usage."
        })
public final class StatusCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PlatformOption platform = new PlatformOption();

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        JsonNode status = read();
        boolean healthy = services(status, out);
        counts(status.path("readers"), "group", "lag", "to read", out);
        counts(status.path("outboxes"), "service", "backlog", "to send", out);
        healthy &= ledger(status.path("ledger"), out);
        out.println(
                status.path("settled").asBoolean()
                        ? "Settled: everything accepted is decided, posted and passed on."
                        : "Not settled: something is still on its way.");
        out.flush();
        return healthy ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private JsonNode read() {
        try (PlatformClient client = new PlatformClient(platform.url())) {
            try {
                Answer answer = client.get("/v1/status");
                if (answer.status() != 200) {
                    throw new CommandFailure(
                            "Expected the status of the platform at %s, but it answered %d: %s"
                                    .formatted(
                                            client.platform(), answer.status(), answer.detail()));
                }
                return answer.body();
            } catch (IOException noAnswer) {
                throw client.unreachable(noAnswer);
            }
        }
    }

    private static boolean services(JsonNode status, PrintWriter out) {
        boolean healthy = true;
        for (JsonNode service : status.path("services")) {
            boolean up = service.path("up").asBoolean();
            healthy &= up;
            row(out, service.path("service").asString(), up ? "up" : "DOWN");
        }
        return healthy;
    }

    private static void counts(
            JsonNode places, String name, String count, String what, PrintWriter out) {
        for (JsonNode place : places) {
            JsonNode number = place.path(count);
            row(
                    out,
                    place.path(name).asString(),
                    number.isNumber()
                            ? String.format(Locale.ROOT, "%,d %s", number.asLong(), what)
                            : "not known");
        }
    }

    private static boolean ledger(JsonNode ledger, PrintWriter out) {
        boolean balanced = ledger.path("balanced").asBoolean();
        long faults = ledger.path("faults").asLong(0);
        row(
                out,
                "ledger",
                balanced
                        ? faults == 0 ? "balanced" : "balanced, but NOT AS BOOKED: " + seen(faults)
                        : ledger.has("sum")
                                ? "NOT BALANCED: the sum over all accounts is "
                                        + ledger.path("sum").asLong()
                                : "not known");
        return balanced && faults == 0;
    }

    private static String seen(long faults) {
        return String.format(
                Locale.ROOT,
                "the last nightly check found %,d things wrong; `laurel verify-ledger` names them",
                faults);
    }

    private static void row(PrintWriter out, String name, String value) {
        out.println(String.format(Locale.ROOT, "%-24s %s", name, value));
    }
}
