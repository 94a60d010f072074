package dev.laurel.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.platform.PlatformOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code laurel verify-boards}. */
@Command(
        name = "verify-boards",
        mixinStandardHelpOptions = true,
        description =
                "Compares the boards of a program with every posting of its ledger, for members and while nothing is on its way.",
        footer = {
            "",
            "Exit code: 0 when the boards are what the ledger says, 1 otherwise, 2 for wrong usage."
        })
public final class VerifyBoardsCommand implements Callable<Integer> {

    private static final int AT_A_TIME = 500;
    private static final int EXAMPLES = 10;

    /** For bookings that are on their way, behind which nothing is in the journal. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration ASK_EVERY = Duration.ofMillis(500);

    @Spec private @Nullable CommandSpec spec;

    @Mixin private PlatformOption platform = new PlatformOption();

    @Parameters(paramLabel = "PROGRAM", description = "The program's id.")
    private String program = "";

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PointsByDay points = new PointsByDay();
        JsonNode rankings;
        try (PlatformClient client = new PlatformClient(platform.url())) {
            String path = "/v1/programs/" + URLEncoder.encode(program, UTF_8).replace("+", "%20");
            Instant counted = readAll(client, path + "/leaderboard-days", points::counted);
            rankings = read(client, path + "/leaderboard-verification").body();
            awaitJournal(client, path + "/ledger/journal", counted);
            readAll(client, path + "/ledger/journal", points::posted);
        }
        points.differences().stream().limit(EXAMPLES).forEach(out::println);
        for (JsonNode example : rankings.path("examples")) {
            out.println(example.asString());
        }
        long differences = points.differences().size() + rankings.path("differences").asLong();
        out.println(
                String.format(
                        Locale.ROOT,
                        "%,d postings, %,d days of members, %,d places in %,d rankings: %s",
                        points.postings(),
                        points.days(),
                        rankings.path("places").asLong(),
                        rankings.path("rankings").asLong(),
                        differences == 0
                                ? "no difference."
                                : String.format(Locale.ROOT, "%,d differences.", differences)));
        out.flush();
        return differences == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Returns when the last page was read, by the platform's clock. */
    private static Instant readAll(PlatformClient client, String path, Consumer<JsonNode> each) {
        String cursor = "";
        Instant last;
        do {
            Answer page = read(client, path + "?limit=" + AT_A_TIME + cursor);
            last = page.at();
            page.body().path("items").forEach(each);
            cursor = "&cursor=" + page.body().path("next").asString("");
        } while (!cursor.equals("&cursor="));
        return last;
    }

    /**
     * The journal holds back what was booked in the last seconds, which boards have counted. The
     * platform's clock leaves out fractions of a second.
     */
    private static void awaitJournal(PlatformClient client, String path, Instant counted) {
        Instant needed = counted.plusSeconds(1);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Instant until = until(client, path);
        while (until.isBefore(needed)) {
            if (System.nanoTime() > end) {
                throw new CommandFailure(
                        "Expected the journal to be complete until %s within %s, but it is until %s."
                                .formatted(needed, PATIENCE, until));
            }
            pause();
            until = until(client, path);
        }
    }

    private static Instant until(PlatformClient client, String path) {
        return Instant.parse(read(client, path + "?limit=1").body().path("until").asString());
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", interrupted);
        }
    }

    private static Answer read(PlatformClient client, String path) {
        try {
            Answer answer = client.get(path);
            if (answer.status() != 200) {
                throw new CommandFailure(
                        "Expected boards and ledger of the platform at %s, but it answered %d: %s"
                                .formatted(client.platform(), answer.status(), answer.detail()));
            }
            return answer;
        } catch (IOException noAnswer) {
            throw client.unreachable(noAnswer);
        }
    }
}
