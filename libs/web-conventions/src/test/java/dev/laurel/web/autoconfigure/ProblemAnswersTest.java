package dev.laurel.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a real connection, since half of the errors never get to Spring MVC. */
@SpringBootTest(
        classes = SampleApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "laurel.web.max-body=64KB")
class ProblemAnswersTest {

    private static final String ORDER =
            "{\"count\": 1, \"time\": \"2011-12-09T12:50:00Z\", \"kind\": \"SALE\", \"lines\": []}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final int port;

    ProblemAnswersTest(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void saysWhereAnAddressLeadsNowhere() {
        JsonNode problem = problem(get("/nothing"), 404, "no-such-route");
        assertThat(problem.get("detail").asString()).contains("GET /nothing");
        assertThat(problem.get("instance").asString()).isEqualTo("/nothing");
        assertThat(problem.has("errors")).isFalse();
    }

    @Test
    void hasNoSuchRouteForAnyMethod() {
        problem(post("/nothing", "application/json", "{}"), 404, "no-such-route");
    }

    @Test
    void hidesItsErrorPageFromCallers() {
        problem(get("/error"), 404, "no-such-route");
    }

    @Test
    void namesTheMethodsOfAnAddress() {
        HttpResponse<String> response = send("DELETE", "/orders", BodyPublishers.noBody());
        assertThat(problem(response, 405, "method-not-allowed").get("detail").asString())
                .isEqualTo("Expected GET or POST, but it was DELETE.");
        assertThat(response.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void namesTheFormatsThatItReads() {
        assertThat(
                        problem(post("/orders", "text/csv", "a;b"), 415, "unsupported-media-type")
                                .get("detail")
                                .asString())
                .isEqualTo("Expected a Content-Type of application/json, but it was text/csv.");
    }

    @Test
    void answersWithAProblemEvenWhereOnlyHtmlIsAccepted() {
        problem(
                send("GET", "/orders", BodyPublishers.noBody(), "Accept", "text/html"),
                406,
                "not-acceptable");
    }

    @Test
    void saysWhereJsonIsBroken() {
        assertThat(
                        problem(
                                        post(
                                                "/orders",
                                                "application/json",
                                                "{\n  \"count\": 1,\n  }"),
                                        400,
                                        "unreadable-request")
                                .get("detail")
                                .asString())
                .startsWith("Expected JSON, but line 3, column 3 can't be read: ");
    }

    @Test
    void saysWhereJsonEndsTooEarly() {
        assertThat(
                        problem(post("/orders", "application/json", "{"), 400, "unreadable-request")
                                .get("detail")
                                .asString())
                .isEqualTo(
                        "Expected JSON, but line 1, column 2 can't be read: Unexpected end-of-input: expected close marker for Object.");
    }

    @Test
    void saysThatABodyIsMissing() {
        assertThat(
                        problem(post("/orders", "application/json", ""), 400, "unreadable-request")
                                .get("detail")
                                .asString())
                .isEqualTo("Expected a body, but there was none.");
    }

    @Test
    void pointsAtAValueOfTheWrongType() {
        JsonNode error =
                problem(
                                post(
                                        "/orders",
                                        "application/json",
                                        ORDER.replace("\"2011-12-09T12:50:00Z\"", "\"tomorrow\"")),
                                422,
                                "invalid-content")
                        .at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/time");
        assertThat(error.get("message").asString())
                .isEqualTo(
                        "Expected an instant such as 2011-12-09T12:50:00Z, but it was 'tomorrow'.");
    }

    @Test
    void namesTheValuesOfAnEnumeration() {
        assertThat(
                        problem(
                                        post(
                                                "/orders",
                                                "application/json",
                                                ORDER.replace("SALE", "GIFT")),
                                        422,
                                        "invalid-content")
                                .at("/errors/0/expected")
                                .asString())
                .isEqualTo("one of SALE, RETURN");
    }

    @Test
    void passesOnWhatARecordSaysAboutItsValues() {
        JsonNode error =
                problem(
                                post(
                                        "/orders",
                                        "application/json",
                                        ORDER.replace("[]", "[{\"sku\": \"x\", \"amount\": -1}]")),
                                422,
                                "invalid-content")
                        .at("/errors/0");
        assertThat(error.get("pointer").asString()).isEqualTo("/lines/0");
        assertThat(error.get("message").asString())
                .isEqualTo("Expected an amount of at least 0, but it was -1.0.");
    }

    @Test
    void givesEveryErrorOfAServicesOwnProblem() {
        JsonNode error = problem(get("/wrong"), 422, "invalid-content").at("/errors/0");
        assertThat(error.toString())
                .isEqualTo(
                        "{\"pointer\":\"/rules/0/on\",\"message\":\"Expected an event type.\",\"expected\":\"purchase\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders?limit=0", "/orders?limit=many", "/count?of=x", "/count"})
    void refusesWrongParameters(String path) {
        JsonNode problem = problem(get(path), 400, "invalid-parameter");
        assertThat(problem.at("/errors/0/pointer").asString()).startsWith("?");
    }

    @Test
    void refusesAForeignCursor() {
        problem(get("/orders?cursor=nonsense"), 400, "invalid-cursor");
    }

    @Test
    void leadsThroughPages() {
        // Given
        String next = json.readTree(get("/orders?limit=2").body()).get("next").asString();

        // When
        HttpResponse<String> second = get("/orders?limit=2&cursor=" + next);

        // Then
        assertThat(second.body()).isEqualTo("{\"items\":[\"c\"],\"next\":null}");
    }

    @Test
    void takesEncodedSlashesAsPartOfASegment() {
        assertThat(get("/members/a%2Fb%5Cc%25d/orders").body()).isEqualTo("[\"a/b\\\\c%d\"]");
    }

    @Test
    void wantsToKnowWhatAWriterHasSeen() {
        problem(send("PUT", "/orders/1", BodyPublishers.noBody()), 428, "precondition-required");
        problem(
                send("PUT", "/orders/1", BodyPublishers.noBody(), "If-Match", "\"2\""),
                412,
                "precondition-failed");
    }

    @Test
    void keepsItsInsidesToItself() {
        HttpResponse<String> response = get("/broken");
        problem(response, 500, "internal-error");
        assertThat(response.body()).doesNotContain("42", "Exception", "SampleApplication");
    }

    @Test
    void keepsItsInsidesToItselfInFiltersToo() {
        HttpResponse<String> response = get("/count?of=1&failInFilter=");
        assertThat(problem(response, 500, "internal-error").get("instance").asString())
                .isEqualTo("/count");
        assertThat(response.body()).doesNotContain("42", "Exception");
    }

    @Test
    void saysWhenToComeBack() {
        HttpResponse<String> response = get("/busy");
        problem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void isUnavailableWithoutItsDatabase() {
        HttpResponse<String> response = get("/no-database");
        problem(response, 503, "unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void refusesABodyThatSaysItIsTooLarge() {
        assertThat(
                        problem(
                                        post("/orders", "application/json", " ".repeat(2_000_000)),
                                        413,
                                        "body-too-large")
                                .get("detail")
                                .asString())
                .isEqualTo("Expected a body of at most 65536 bytes, but it has 2000000 bytes.");
    }

    @Test
    void refusesATooLargeBodyOfUndeclaredLength() {
        byte[] body = " ".repeat(2_000_000).getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        problem(
                send("POST", "/orders", chunked, "Content-Type", "application/json"),
                413,
                "body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a|b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void refusesWhatIsNoHttpWithAProblemToo(String request) throws IOException {
        // When
        String answer;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("application/problem+json")
                .contains("\"type\":\"https://laurel.dev/problems/unreadable-request\"")
                .doesNotContain("<html");
    }

    private JsonNode problem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.get("type").asString()).isEqualTo("https://laurel.dev/problems/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        return problem;
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    private HttpResponse<String> post(String path, String type, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "Content-Type", type);
    }

    private HttpResponse<String> send(
            String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " was not answered.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
