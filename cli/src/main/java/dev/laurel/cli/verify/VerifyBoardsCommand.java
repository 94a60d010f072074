package dev.laurel.cli.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.platform.PlatformOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
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
            readAll(client, path + "/leaderboard-days", points::counted);
            readAll(client, path + "/ledger/journal", points::posted);
            rankings = read(client, path + "/leaderboard-verification");
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

    private static void readAll(PlatformClient client, String path, Consumer<JsonNode> each) {
        String cursor = "";
        do {
            JsonNode page = read(client, path + "?limit=" + AT_A_TIME + cursor);
            page.path("items").forEach(each);
            cursor = "&cursor=" + page.path("next").asString("");
        } while (!cursor.equals("&cursor="));
    }

    private static JsonNode read(PlatformClient client, String path) {
        try {
            Answer answer = client.get(path);
            if (answer.status() != 200) {
                throw new CommandFailure(
                        "Expected boards and ledger of the platform at %s, but it answered %d: %s"
                                .formatted(client.platform(), answer.status(), answer.detail()));
            }
            return answer.body();
        } catch (IOException noAnswer) {
            throw client.unreachable(noAnswer);
        }
    }
}
