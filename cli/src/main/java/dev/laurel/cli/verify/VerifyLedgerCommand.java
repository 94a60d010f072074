package dev.laurel.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.platform.PlatformOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code laurel verify-ledger}. */
@Command(
        name = "verify-ledger",
        mixinStandardHelpOptions = true,
        description =
                "Compares every posting of a program with the hash chain that was made as they were booked.",
        footer = {
            "",
            "Exit code: 0 when the ledger is as it was booked, 1 otherwise, 2 for wrong usage."
        })
public final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int LINKS_AT_A_TIME = 200;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PlatformOption platform = new PlatformOption();

    @Parameters(paramLabel = "PROGRAM", description = "The program's id.")
    private String program = "";

    @Option(
            names = "--keep",
            paramLabel = "FILE",
            description =
                    "Writes the heads of the chains there. Keep it where nobody who can write to the database can.")
    private @Nullable Path keep;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description = "Checks that the chains still have the heads that were kept there.")
    private @Nullable Path against;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        String address =
                "/v1/programs/%s/ledger/verification?limit=%d%s"
                        .formatted(encoded(program), LINKS_AT_A_TIME, anchors());
        long links = 0;
        long postings = 0;
        long faults = 0;
        JsonNode page;
        try (PlatformClient client = new PlatformClient(platform.url())) {
            String cursor = "";
            do {
                page = read(client, address + cursor);
                links += page.path("links").asLong();
                postings += page.path("postings").asLong();
                for (JsonNode fault : page.path("faults")) {
                    faults++;
                    out.println(fault.path("detail").asString());
                }
                cursor = "&cursor=" + page.path("next").asString("");
            } while (!page.path("next").isNull());
        }
        out.println(
                String.format(
                        Locale.ROOT,
                        "%,d postings in %,d links: %s",
                        postings,
                        links,
                        faults == 0
                                ? "all as they were booked."
                                : "%,d things are not as they were booked.".formatted(faults)));
        boolean drift = nightly(page.path("whole"), out);
        if (keep != null) {
            Anchors.write(keep, heads(page));
            out.printf("The heads of the chains are in %s.%n", keep);
        }
        out.flush();
        return faults == 0 && !drift ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Whether the last nightly check found balances that postings don't add up to. */
    private static boolean nightly(JsonNode whole, PrintWriter out) {
        out.println("Fingerprint of the chains: " + whole.path("fingerprint").asString(""));
        JsonNode nightly = whole.path("nightly");
        long discrepancies = nightly.path("discrepancies").asLong(0);
        if (nightly.isObject()) {
            out.println(
                    "Balances as of the nightly check of %s: %s"
                            .formatted(
                                    nightly.path("day").asString(),
                                    discrepancies == 0
                                            ? "what the postings say."
                                            : "%d are not what the postings say. %s"
                                                    .formatted(
                                                            discrepancies,
                                                            nightly.path("first").asString(""))));
        }
        return discrepancies > 0;
    }

    private static List<String> heads(JsonNode page) {
        return page.path("whole").path("heads").valueStream().map(JsonNode::asString).toList();
    }

    private String anchors() {
        StringBuilder anchors = new StringBuilder();
        if (against != null) {
            for (String anchor : Anchors.read(against)) {
                anchors.append("&anchor=").append(encoded(anchor));
            }
        }
        return anchors.toString();
    }

    private static JsonNode read(PlatformClient client, String path) {
        try {
            Answer answer = client.get(path);
            if (answer.status() != 200) {
                throw new CommandFailure(
                        "Expected the ledger of the platform at %s, but it answered %d: %s"
                                .formatted(client.platform(), answer.status(), answer.detail()));
            }
            return answer.body();
        } catch (IOException noAnswer) {
            throw client.unreachable(noAnswer);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
