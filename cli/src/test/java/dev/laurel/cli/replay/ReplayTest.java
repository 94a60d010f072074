package dev.laurel.cli.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.cli.CommandFailure;
import dev.laurel.cli.FakePlatform;
import dev.laurel.cli.FakePlatform.Received;
import dev.laurel.cli.platform.PlatformClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final String UNAVAILABLE =
            "{\"type\": \"https://laurel.dev/problems/not-stored\", \"detail\": \"No broker.\"}";

    private final FakePlatform platform = new FakePlatform();
    private final PlatformClient client = new PlatformClient(platform.address());

    @AfterEach
    void close() {
        client.close();
        platform.close();
    }

    @Test
    void sendsEveryEventOnceAndInTheOrderOfEachMember() throws IOException {
        // Given
        String file = lines(3_000, i -> event(i, "purchase", "member-" + i % 37));

        // When
        ReplayResult result = replay(ReplaySettings.of("shop"), file);

        // Then
        assertThat(result.sent()).isEqualTo(3_000);
        assertThat(result.accepted()).isEqualTo(3_000);
        assertThat(result.rejected()).isZero();
        Map<String, List<Integer>> byMember = new HashMap<>();
        for (Received batch : platform.received()) {
            assertThat(batch.target()).isEqualTo("/v1/programs/shop/events");
            batch.events()
                    .forEach(event ->
                            byMember.computeIfAbsent(
                                            event.get("subject").asString(), _ -> new ArrayList<>())
                                    .add(Integer.parseInt(event.get("id").asString())));
        }
        assertThat(byMember).hasSize(37);
        assertThat(byMember.values()).allSatisfy(ids -> assertThat(ids).isSorted());
        assertThat(byMember.values().stream().mapToInt(List::size).sum()).isEqualTo(3_000);
    }

    @Test
    void keepsBatchesSmall() throws IOException {
        // Given
        String filler = "x".repeat(10_000);
        String file =
                lines(200, i -> event(i, "purchase", "ann").replace("{}", '"' + filler + '"'));

        // When
        replay(ReplaySettings.of("shop"), file);

        // Then
        assertThat(platform.received())
                .allSatisfy(batch -> assertThat(batch.events().size()).isLessThan(53));
        assertThat(platform.received()).hasSizeGreaterThan(3);
    }

    @Test
    void sendsSeveralRequestsAtATimeButNoMoreThanAsked() throws IOException {
        // Given
        String file = lines(20_000, i -> event(i, "purchase", "member-" + i));

        // When
        replay(new ReplaySettings("shop", true, 3, Duration.ofSeconds(5)), file);

        // Then
        assertThat(platform.busiest()).isBetween(2, 3);
        assertThat(platform.received().getFirst().target())
                .isEqualTo("/v1/programs/shop/events?import=true");
    }

    @Test
    void countsRefusalsByReasonAndNamesTheFirstLineOfEach() throws IOException {
        // Given
        String file =
                String.join(
                        "\n",
                        event(1, "purchase", "ann"),
                        "",
                        event(2, "bad", "ann"),
                        "{\"id\": \"broken\"",
                        "[]",
                        event(3, "bad", "bob"),
                        event(4, "purchase", "bob"));

        // When
        ReplayResult result =
                replay(new ReplaySettings("shop", false, 1, Duration.ofSeconds(5)), file);

        // Then
        assertThat(result.sent()).isEqualTo(6);
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.byReason())
                .isEqualTo(Map.of("unknown-event-type", 2L, "unreadable-line", 2L));
        assertThat(result.examples())
                .containsExactly(
                        "unknown-event-type, line 3: Expected a known type, but it was 'bad'.",
                        "unreadable-line, line 4: Expected one event, a JSON object, but "
                                + "Unexpected end-of-input: expected close marker for Object.");
    }

    @Test
    void triesAgainWhatThePlatformCouldNotStore() throws IOException {
        // Given
        platform.answersNext(503, UNAVAILABLE);
        platform.answersNext(429, "{}");

        // When
        ReplayResult result = replay(ReplaySettings.of("shop"), event(1, "purchase", "ann"));

        // Then
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(platform.received()).hasSize(1);
    }

    @Test
    void givesUpWhenThePlatformDoesNotRecover() {
        // Given
        IntStream.range(0, 50).forEach(_ -> platform.answersNext(503, UNAVAILABLE));

        // Then
        assertThatThrownBy(() ->
                        replay(
                                new ReplaySettings("shop", false, 2, Duration.ofMillis(700)),
                                lines(5_000, i -> event(i, "purchase", "member-" + i))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("503: No broker.");
    }

    @Test
    void stopsWhereNothingCanBeAccepted() {
        // Given
        platform.answersNext(404, "{\"detail\": \"Expected a published program.\"}");

        // Then
        assertThatThrownBy(() -> replay(ReplaySettings.of("shop"), event(1, "purchase", "ann")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("404: Expected a published program.");
    }

    @Test
    void countsAnEventThatIsTooLargeAsRefused() throws IOException {
        // Given
        platform.answersNext(
                413,
                "{\"type\": \"https://laurel.dev/problems/body-too-large\", \"detail\": \"x\"}");

        // When
        ReplayResult result = replay(ReplaySettings.of("shop"), event(1, "purchase", "ann"));

        // Then
        assertThat(result.byReason()).isEqualTo(Map.of("body-too-large", 1L));
    }

    @Test
    void saysThatNobodyIsThere() {
        try (PlatformClient nowhere = new PlatformClient(URI.create("http://127.0.0.1:1"))) {
            Replay replay =
                    new Replay(
                            nowhere,
                            new ReplaySettings("shop", false, 1, Duration.ofMillis(1)),
                            ReplayProgress.NONE);
            assertThatThrownBy(() ->
                            replay.send(
                                    new ByteArrayInputStream(
                                            event(1, "purchase", "ann").getBytes(UTF_8))))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessage(
                            "Expected the platform at http://127.0.0.1:1, but nobody listens there. Is it up?");
        }
    }

    private ReplayResult replay(ReplaySettings settings, String file) throws IOException {
        return new Replay(client, settings, ReplayProgress.NONE)
                .send(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private static String event(int id, String type, String subject) {
        return "{\"data\": {}, \"id\": \"%d\", \"type\": \"%s\", \"subject\": \"%s\"}"
                .formatted(id, type, subject);
    }
}
