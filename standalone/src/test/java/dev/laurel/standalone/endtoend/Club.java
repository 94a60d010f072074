package dev.laurel.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import dev.laurel.cli.replay.Replay;
import dev.laurel.cli.replay.ReplayProgress;
import dev.laurel.cli.replay.ReplayResult;
import dev.laurel.cli.replay.ReplaySettings;
import dev.laurel.cli.status.Settling;
import dev.laurel.cli.verify.VerifyBoardsCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** A program like the sample under an id of its own, on a running platform, seen over HTTP. */
final class Club {

    private static final Path DOCUMENT = Path.of("../examples/retail-club/program.yaml");
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final PlatformClient client;
    private final String program;

    Club(PlatformClient client, String program) {
        this.client = client;
        this.program = program;
    }

    void publish() throws IOException {
        publishWith("");
    }

    /** Publishes the sample with more at its end. */
    void publishWith(String more) throws IOException {
        publish(
                Files.readString(DOCUMENT)
                                .replace("program: retail-club\n", "program: " + program + "\n")
                        + more);
    }

    /** Publishes the sample with one more leaderboard. */
    void publishWithBoard(String board) throws IOException {
        publish(
                Files.readString(DOCUMENT)
                                .replace("program: retail-club\n", "program: " + program + "\n")
                        + "  - "
                        + board
                        + "\n");
    }

    /** All that a board shows of a month: {@code rank member score reachedAt}. */
    List<String> board(String board, YearMonth month) throws IOException {
        List<String> places = new ArrayList<>();
        String path =
                "/v1/programs/%s/leaderboards/%s?limit=500&period=%s"
                        .formatted(program, board, month);
        String next = "";
        do {
            Answer answer = client.get(path + next);
            check(answer);
            places.addAll(places(answer.body().path("items")));
            next = "&cursor=" + answer.body().path("next").asString("");
        } while (!next.equals("&cursor="));
        return places;
    }

    /** A member's place with those next to it, written like {@link #board}. */
    List<String> around(String board, YearMonth month, String member, int neighbours)
            throws IOException {
        Answer answer =
                client.get(
                        "/v1/programs/%s/leaderboards/%s/members/%s?period=%s&around=%d"
                                .formatted(program, board, member, month, neighbours));
        check(answer);
        return places(answer.body().path("around"));
    }

    /** Holds that {@code ./laurel verify-boards} finds no difference. */
    void boardsAreWhatTheLedgerSays() {
        StringWriter out = new StringWriter();
        int exitCode =
                new CommandLine(new VerifyBoardsCommand())
                        .setOut(new PrintWriter(out, true))
                        .execute("--url", client.platform().toString(), program);
        assertThat(exitCode).as(out.toString()).isZero();
        assertThat(out.toString()).contains("no difference.");
    }

    private static List<String> places(JsonNode items) {
        List<String> places = new ArrayList<>();
        for (JsonNode item : items) {
            places.add(
                    "%s %s %s %s"
                            .formatted(
                                    item.path("rank").asString(),
                                    item.path("member").asString(),
                                    item.path("score").asString(),
                                    item.path("reachedAt").asString("null")));
        }
        return places;
    }

    void publish(String document) throws IOException {
        String path = "/v1/programs/" + program;
        check(client.put(path, "application/json", bytes("{\"name\":\"Retail Club\"}")));
        check(client.put(path + "/draft", "application/yaml", bytes(document)));
        check(client.post(path + "/versions", "application/json", new byte[0]));
    }

    /** Sends events and waits until all are decided, posted and passed on. */
    ReplayResult replay(SampleEvents events) throws IOException {
        ReplayResult result = send(events, Duration.ofMinutes(1), (_, _) -> {});
        settle();
        return result;
    }

    ReplayResult send(SampleEvents events, Duration patience, ReplayProgress progress)
            throws IOException {
        ReplaySettings settings =
                new ReplaySettings(program, true, ReplaySettings.DEFAULT_CONCURRENCY, patience);
        return new Replay(client, settings, progress).send(events.asStream());
    }

    void settle() {
        new Settling(client).await(SETTLING, System.err::println);
    }

    /** Tells the registry the whole of what is known of a member. */
    void say(String member, String statement) throws IOException {
        check(client.put(path(member), "application/json", bytes(statement)));
    }

    /** Sends a past event of type {@code visit}. */
    void visit(String member, int nth) throws IOException {
        check(
                client.post(
                        "/v1/programs/" + program + "/events?import=true",
                        "application/cloudevents+json",
                        bytes(
                                """
                                {"specversion": "1.0", "source": "/door", "id": "%d", "type": "visit",
                                 "subject": "%s", "time": "2011-12-01T08:00:00Z", "data": {"nth": %d}}
                                """
                                        .formatted(nth, member, nth))));
    }

    /**
     * Sends a past event, with the id {@code <type>-of-<member>}.
     *
     * @param data as JSON
     */
    void send(String type, String member, String data) throws IOException {
        check(
                client.post(
                        "/v1/programs/" + program + "/events?import=true",
                        "application/cloudevents+json",
                        bytes(
                                """
                                {"specversion": "1.0", "source": "/shop", "id": "%1$s-of-%2$s", "type": "%1$s",
                                 "subject": "%2$s", "time": "2011-12-01T08:00:00Z", "data": %3$s}
                                """
                                        .formatted(type, member, data))));
    }

    /** The composed view. */
    JsonNode member(String member) throws IOException {
        Answer answer = client.get(path(member));
        check(answer);
        return answer.body();
    }

    private String path(String member) {
        return "/v1/programs/" + program + "/members/" + member;
    }

    long stars(String member) throws IOException {
        Answer answer = client.get("/v1/programs/" + program + "/members/" + member + "/wallets");
        check(answer);
        for (var wallet : answer.body().path("wallets")) {
            if (wallet.path("wallet").asString().equals("stars")) {
                return wallet.path("available").asLong();
            }
        }
        return 0;
    }

    /** Balances of the accounts of a wallet but issuance, as of an instant, without zeros. */
    Map<String, Long> balances(String wallet, Instant at) throws IOException {
        Answer answer = client.get("/v1/programs/" + program + "/ledger/liability?at=" + at);
        check(answer);
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode books : answer.body().path("wallets")) {
            if (books.path("wallet").asString().equals(wallet)) {
                for (JsonNode account : books.path("accounts")) {
                    balances.put(
                            account.path("account").asString(), account.path("balance").asLong());
                }
            }
        }
        balances.keySet().removeIf(account -> account.startsWith("issuance:"));
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }

    /** How many members have each tier. */
    Map<String, Long> membersByTier(String query) throws IOException {
        Answer answer = client.get("/v1/programs/" + program + "/tiers" + query);
        check(answer);
        Map<String, Long> members = new TreeMap<>();
        for (JsonNode item : answer.body().path("items")) {
            members.put(item.at("/tier/id").asString(), item.path("members").asLong());
        }
        return members;
    }

    /** The most periods that a streak of a member ever had, by the streak's id. */
    Map<String, Integer> longestStreaks(String member) throws IOException {
        Answer answer = client.get(path(member) + "/streaks");
        check(answer);
        Map<String, Integer> longest = new HashMap<>();
        for (JsonNode streak : answer.body().path("items")) {
            longest.put(streak.path("streak").asString(), streak.path("longest").asInt());
        }
        return longest;
    }

    private static void check(Answer answer) {
        assertThat(answer.status()).as(answer.detail()).isBetween(200, 299);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
