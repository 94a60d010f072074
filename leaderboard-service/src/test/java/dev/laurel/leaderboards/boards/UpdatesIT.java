package dev.laurel.leaderboards.boards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What those see who watch a board. */
class UpdatesIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(Map.of("id", "ever", "of", "stars", "top", 3));

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        client.shutdownNow();
        clock.set(Instant.parse(NOON));
    }

    private record Event(String id, JsonNode board) {}

    @Test
    void seeWhatThereIsAndThenWhatIsNewAllOfItInOneEvent() throws Exception {
        // Given
        TestLedger ledger = ledger("watched");
        publish("watched", "UTC", BOARDS);
        book(ledger.entries());
        int booked = ledger.entries().size();

        // When
        watch("/v1/programs/watched/leaderboards/ever/updates?top=2&own=cid", null);
        Event first = next();
        ledger.book("cid", "stars", 9, "2011-11-04T10:00:00Z")
                .book("bob", "stars", 20, "2011-11-04T10:00:00Z");
        book(ledger.entries().subList(booked, booked + 2));
        Event second = next();

        // Then
        assertThat(first.board().at("/items/0/member").asString()).isEqualTo("ann");
        assertThat(first.board().get("items").size()).isEqualTo(2);
        assertThat(first.board().at("/own/rank").asLong()).isEqualTo(3);
        assertThat(first.board().get("state").asString()).isEqualTo("live");
        Event last =
                second.board().at("/items/0/member").asString().equals("bob") ? second : next();
        assertThat(last.board().at("/items/0/member").asString()).isEqualTo("bob");
        assertThat(last.board().at("/own/rank").asLong()).isEqualTo(2);
        assertThat(nothingForAWhile()).isTrue();
    }

    @Test
    void whoComesBackGetsTheNextEventThatDiffersFromTheLast() throws Exception {
        // Given
        TestLedger ledger = ledger("resumed");
        publish("resumed", "UTC", BOARDS);
        book(ledger.entries());
        String path = "/v1/programs/resumed/leaderboards/ever/updates";
        watch(path, null);
        Event first = next();

        // When
        lines.clear();
        watch(path, first.id());

        // Then
        assertThat(nothingForAWhile()).isTrue();

        // When
        lines.clear();
        watch(path, "something-older");

        // Then
        assertThat(next()).isEqualTo(first);
    }

    @Test
    void areAskedToComeBackAfterAWhile() throws Exception {
        // Given
        publish("ended", "UTC", BOARDS);
        book(ledger("ended").entries());
        HttpResponse<Stream<String>> answer =
                client.send(
                        HttpRequest.newBuilder(
                                        address("/v1/programs/ended/leaderboards/ever/updates"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());

        // When
        clock.set(Instant.parse(NOON).plusSeconds(25));

        // Then
        assertThat(answer.headers().firstValue("content-type").orElse(""))
                .startsWith("text/event-stream");
        assertThat(answer.body().toList()).anyMatch(line -> line.startsWith("data:"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/programs/nowhere/leaderboards/ever/updates, 404",
        "/v1/programs/blind/leaderboards/none/updates, 404",
        "/v1/programs/blind/leaderboards/ever/updates?top=0, 400",
        "/v1/programs/blind/leaderboards/ever/updates?period=2011-11, 400"
    })
    void areToldWhatIsWrong(String path, int status) throws Exception {
        // Given
        publish("blind", "UTC", BOARDS);

        // When
        HttpResponse<String> answer =
                client.send(
                        HttpRequest.newBuilder(address(path)).build(),
                        HttpResponse.BodyHandlers.ofString());

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static TestLedger ledger(String program) {
        return new TestLedger(program, "UTC")
                .book("ann", "stars", 5, "2011-11-03T10:00:00Z")
                .book("bob", "stars", 4, "2011-11-03T10:00:00Z")
                .book("cid", "stars", 3, "2011-11-03T10:00:00Z");
    }

    private void watch(String path, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        var _ =
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                        .thenAcceptAsync(
                                answer -> answer.body().forEach(lines::add),
                                task -> Thread.ofVirtual().start(task));
    }

    private Event next() throws InterruptedException {
        String id = "";
        while (true) {
            String line = Objects.requireNonNull(lines.poll(15, TimeUnit.SECONDS), "no event came");
            if (line.startsWith("id:")) {
                id = line.substring(3);
            } else if (line.startsWith("data:")) {
                return new Event(id, new JsonMapper().readTree(line.substring(5)));
            }
        }
    }

    /** Longer than two looks. */
    private boolean nothingForAWhile() throws InterruptedException {
        String line = lines.poll(2_500, TimeUnit.MILLISECONDS);
        while (line != null && line.isEmpty()) {
            line = lines.poll(2_500, TimeUnit.MILLISECONDS);
        }
        return line == null;
    }
}
