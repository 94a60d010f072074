package dev.laurel.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.status.Settling;
import dev.laurel.cli.verify.VerifyBoardsCommand;
import dev.laurel.cli.verify.VerifyLedgerCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A program like the sample under an id of its own, seen through one gateway. */
final class Club {

    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final URI gateway;
    private final String program;

    Club(URI gateway, String program) {
        this.gateway = gateway;
        this.program = program;
    }

    /** The program's document: the sample's, with a board that ends nowhere. */
    String document() throws IOException {
        return Files.readString(Events.SAMPLE.resolve("program.yaml"))
                        .replace("program: retail-club\n", "program: " + program + "\n")
                + "  - { id: everybody, of: stars }\n";
    }

    void publish() throws IOException {
        String path = "/v1/programs/" + program;
        try (PlatformClient client = new PlatformClient(gateway)) {
            check(client.put(path, "application/json", Events.bytes("{\"name\":\"Club\"}")));
            check(client.put(path + "/draft", "application/yaml", Events.bytes(document())));
            check(client.post(path + "/versions", "application/json", new byte[0]));
        }
    }

    /** Waits until all that was accepted is decided, posted and passed on. */
    void settle() {
        try (PlatformClient client = new PlatformClient(gateway)) {
            new Settling(client).await(SETTLING, System.out::println);
        }
    }

    /** The board of everybody over all times: points by member, without zeros. */
    Map<String, Long> board() throws IOException {
        Map<String, Long> points = new TreeMap<>();
        String path = "/v1/programs/" + program + "/leaderboards/everybody?limit=500";
        String next = "";
        try (PlatformClient client = new PlatformClient(gateway)) {
            do {
                Answer answer = client.get(path + next);
                check(answer);
                for (JsonNode place : answer.body().path("items")) {
                    points.put(place.path("member").asString(), place.path("score").asLong());
                }
                next = "&cursor=" + answer.body().path("next").asString("");
            } while (!next.equals("&cursor="));
        }
        points.values().removeIf(score -> score == 0);
        return points;
    }

    /** Holds that boards and the chain of postings are what the ledger says. */
    void verify() {
        holds(new VerifyBoardsCommand());
        holds(new VerifyLedgerCommand());
    }

    private void holds(Object command) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        int exit =
                new CommandLine(command)
                        .setOut(printer)
                        .setErr(printer)
                        .execute("--url", gateway.toString(), program);
        assertThat(exit).as(out.toString()).isZero();
    }

    private static void check(Answer answer) {
        assertThat(answer.status()).as(answer.detail()).isBetween(200, 299);
    }
}
