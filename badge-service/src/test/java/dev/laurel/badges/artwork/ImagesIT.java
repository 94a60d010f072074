package dev.laurel.badges.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.badges.RunningBadgeService;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.TopicProbe;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of badges, uploaded and drawn. */
class ImagesIT extends RunningBadgeService {

    private static final String STAR =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9' class='x'><path d='M0 0L9 9z'/></svg>";

    private static final String SQUARE =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='#123456'/></svg>";

    private final TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);

    @Test
    void showsWhatWasUploadedUntilThatIsRemoved() throws Exception {
        // Given
        publish("upload");
        String path = "/v1/programs/upload/badges/explorer/image";
        HttpResponse<String> drawn = get(path);

        // When
        HttpResponse<String> answer = put(path, tag(drawn), STAR);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"dropped\":[\"attribute class\"]");
        HttpResponse<String> uploaded = get(path);
        assertThat(uploaded.body())
                .isEqualTo(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
                                + "<path d=\"M0 0L9 9z\"></path></svg>");
        assertThat(tag(uploaded)).isEqualTo(tag(answer)).isNotEqualTo(tag(drawn));
        assertThat(uploaded.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; sandbox");

        // When
        HttpResponse<String> removed =
                send(request(path).header("If-Match", tag(uploaded)).DELETE().build());

        // Then
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(get(path).body()).isEqualTo(drawn.body());
    }

    @Test
    void showsTheSameAsPixels() throws Exception {
        // Given
        publish("pixels");
        String path = "/v1/programs/pixels/badges/explorer/image";
        HttpResponse<byte[]> medal = bytes(request(path + ".png").build());

        // When
        HttpResponse<String> answer = put(path, "*", SQUARE);

        // Then
        assertThat(answer.body()).contains("\"inPng\":true");
        HttpResponse<byte[]> square = bytes(request(path + ".png").build());
        assertThat(square.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(square.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(PngChunks.ofColour(PngChunks.pixels(square.body()), 0x123456))
                .isEqualTo(640L * 640);
        assertThat(PngChunks.ofColour(PngChunks.pixels(medal.body()), 0x123456)).isZero();
        assertThat(PngChunks.drawn(PngChunks.pixels(medal.body()))).isGreaterThan(100_000);
        assertThat(tag(square)).isNotEqualTo(tag(medal));
    }

    @Test
    void pixelsAreSentOnce() throws Exception {
        // Given
        publish("once");
        String path = "/v1/programs/once/badges/explorer/image.png";
        HttpResponse<byte[]> first = bytes(request(path).build());

        // When
        HttpResponse<byte[]> again =
                bytes(request(path).header("If-None-Match", tag(first)).build());
        HttpResponse<byte[]> head = bytes(request(path).HEAD().build());

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(tag(head)).isEqualTo(tag(first));
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(first.body().length);
    }

    @Test
    void thePixelsOfWhatTakesTooLongAreTheMedal() throws Exception {
        // Given
        publish("slow");
        String path = "/v1/programs/slow/badges/explorer/image";
        HttpResponse<byte[]> medal = bytes(request(path + ".png").build());
        String slow = STAR.replace("M0 0", "M0 0" + "L9 9L0 0".repeat(9_000));

        // When
        HttpResponse<String> answer = put(path, "*", slow);

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"inPng\":false");
        assertThat(get(path).body()).contains("L9 9L0 0");
        assertThat(tag(bytes(request(path + ".png").build()))).isEqualTo(tag(medal));
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() throws Exception {
        // Given
        publish("unseen");
        String path = "/v1/programs/unseen/badges/explorer/image";
        String seen = tag(get(path));

        // When
        List<Integer> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> upload = () -> put(path, seen, STAR).statusCode();
            answers =
                    threads.invokeAll(Collections.nCopies(4, upload)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 412, 412, 412);
        assertThat(send(request(path).DELETE().build()).statusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @CsvSource({
        "explorer, image/svg+xml, <svg/>, 422, invalid-content",
        "explorer, image/png, PNG, 415, unsupported-media-type",
        "nothing, image/svg+xml, <svg/>, 404, unknown-badge"
    })
    void saysWhatIsWrong(String badge, String type, String body, int status, String problem)
            throws Exception {
        // Given
        publish("wrong");

        // When
        HttpResponse<String> answer =
                send(
                        request("/v1/programs/wrong/badges/" + badge + "/image")
                                .header("Content-Type", type)
                                .header("If-Match", "*")
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build());

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("https://laurel.dev/problems/" + problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024, 256 * 1024 + 1})
    void takesUpTo256KiB(int bytes) throws Exception {
        // Given
        publish("large");
        String picture = STAR + " ".repeat(bytes - STAR.length());

        // When
        HttpResponse<String> answer = put("/v1/programs/large/badges/explorer/image", "*", picture);

        // Then
        assertThat(answer.statusCode()).isEqualTo(bytes > 256 * 1024 ? 413 : 200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).build());
    }

    private HttpResponse<String> put(String path, String ifMatch, String svg) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "image/svg+xml")
                        .header("If-Match", ifMatch)
                        .PUT(HttpRequest.BodyPublishers.ofString(svg))
                        .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path));
    }

    private static String tag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static HttpResponse<byte[]> bytes(HttpRequest request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private void publish(String program) {
        Map<String, Object> badge = Map.of("id", "explorer", "name", "Explorer");
        programs.send(
                programs.raw(
                        program,
                        new PublishedProgram(
                                program,
                                1,
                                "cafe",
                                Instant.EPOCH,
                                Map.of("badges", List.of(badge)))));
        await().until(() -> api().ask("/v1/programs/" + program + "/badges").status() == 200);
    }
}
