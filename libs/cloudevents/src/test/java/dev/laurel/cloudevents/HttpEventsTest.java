package dev.laurel.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.HttpReading.BatchTooLarge;
import dev.laurel.cloudevents.HttpReading.BrokenBody;
import dev.laurel.cloudevents.HttpReading.Read;
import dev.laurel.cloudevents.HttpReading.UnsupportedMediaType;
import dev.laurel.contracts.events.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEventsTest {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Map<String, String> HEADERS =
            Map.of(
                    "ce-specversion", "1.0",
                    "ce-id", "536365",
                    "ce-source", "/shop/tills",
                    "ce-type", "purchase",
                    "ce-subject", "17850",
                    "ce-time", "2010-12-01T08:26:00Z");
    private static final String PURCHASE =
            """
            {"specversion":"1.0","id":"536365","source":"/shop/tills","type":"purchase",
             "subject":"17850","time":"2010-12-01T08:26:00Z","data":{"amount":139.12}}\
            """;
    private static final Event EVENT =
            new Event(
                    "club",
                    "/shop/tills",
                    "536365",
                    "purchase",
                    "17850",
                    Instant.parse("2010-12-01T08:26:00Z"),
                    NOW,
                    false,
                    Map.of("amount", 139.12));

    private final HttpEvents events = new HttpEvents(new IntakeLimits(3, 200));

    @Test
    void readsTheBinaryMode() {
        // When
        HttpReading reading =
                events.read(
                        "club",
                        "application/json; charset=UTF-8",
                        HEADERS::get,
                        "{\"amount\":139.12}".getBytes(UTF_8),
                        NOW,
                        false);

        // Then
        Accepted accepted = onlyAccepted(reading);
        assertThat(accepted.event()).isEqualTo(EVENT);
        assertThat(accepted.dataBytes()).asString(UTF_8).isEqualTo("{\"amount\":139.12}");
    }

    @Test
    void readsTheStructuredMode() {
        // When
        Accepted accepted = onlyAccepted(read(STRUCTURED, PURCHASE));

        // Then
        assertThat(accepted.event()).isEqualTo(EVENT);
        assertThat(accepted.dataBytes()).asString(UTF_8).isEqualTo("{\"amount\":139.12}");
    }

    @Test
    void readsABatchEventByEvent() {
        // Given
        String batch =
                "[%s, 5, %s]"
                        .formatted(
                                PURCHASE,
                                PURCHASE.replace("\"subject\"", "\"subjekt\"")
                                        .replace("536365", "536366"));

        // When
        List<EventReading> readings = events(read(BATCHED, batch));

        // Then
        assertThat(readings.get(0))
                .asInstanceOf(type(Accepted.class))
                .extracting(Accepted::event)
                .isEqualTo(EVENT);
        assertThat(readings.get(1))
                .isEqualTo(
                        new Rejected(
                                1,
                                null,
                                List.of(
                                        new FieldProblem(
                                                "",
                                                "Expected an event, a JSON object, but it was a number.",
                                                "object"))));
        Rejected third = (Rejected) readings.get(2);
        assertThat(third.index()).isEqualTo(2);
        assertThat(third.id()).isEqualTo("536366");
        assertThat(third.problems())
                .containsExactly(
                        new FieldProblem(
                                "/subject",
                                "Expected subject to name the member in 1 to 200 characters, no control characters, but it was absent.",
                                "the member's id"));
    }

    @Test
    void hasNothingToSayAboutAnEmptyBatch() {
        assertThat(events(read(BATCHED, "[]"))).isEmpty();
    }

    @Test
    void passesOnTheDataAsItCame() {
        // Given
        String data = "{ \"ü\" : [1, 2.50, {\"a\":null}],\n \"b\":\"\\u00fc\\n\" }";

        // When
        Accepted accepted =
                onlyAccepted(
                        read(
                                BATCHED,
                                "\n [\n" + PURCHASE.replace("{\"amount\":139.12}", data) + "]  "));

        // Then
        assertThat(accepted.dataBytes()).asString(UTF_8).isEqualTo(data);
        assertThat(accepted.event().data()).containsEntry("b", "ü\n").containsKey("ü");
    }

    @Test
    void marksHistory() {
        // When
        HttpReading reading =
                events.read("club", STRUCTURED, _ -> null, PURCHASE.getBytes(UTF_8), NOW, true);

        // Then
        assertThat(onlyAccepted(reading).event().imported()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "specversion":"1.0"           | "specversion":"0.3"          | /specversion
                    "specversion":"1.0",          | ``                           | /specversion
                    "id":"536365"                 | "id":""                      | /id
                    "id":"536365"                 | "id":null                    | /id
                    "id":"536365"                 | "id":536365                  | /id
                    "id":"536365"                 | "id":"a\\u0000b"             | /id
                    "id":"536365"                 | "id":"a\\ud800b"             | /id
                    "source":"/shop/tills"        | "source":"  "                | /source
                    "type":"purchase"             | "type":["purchase"]          | /type
                    "subject":"17850"             | "subject":"a\\nb"            | /subject
                    "2010-12-01T08:26:00Z"        | "1970-01-01T00:00:00Z"       | /time
                    "2010-12-01T08:26:00Z"        | "1999-12-31T23:59:59.999Z"   | /time
                    "2010-12-01T08:26:00Z"        | "2026-11-23T10:00:00.001Z"   | /time
                    "2010-12-01T08:26:00Z"        | "2010-12-01"                 | /time
                    "2010-12-01T08:26:00Z"        | "2010-12-01T08:26:00"        | /time
                    "2010-12-01T08:26:00Z"        | "+12010-12-01T08:26:00Z"     | /time
                    "2010-12-01T08:26:00Z"        | "yesterday"                  | /time
                    "2010-12-01T08:26:00Z"        | 1291191960                   | /time
                    "time":"2010-12-01T08:26:00Z",| ``                           | /time
                    {"amount":139.12}             | 139.12                       | /data
                    {"amount":139.12}             | [{"amount":139.12}]          | /data
                    {"amount":139.12}             | null                         | /data
                    ,"data":{"amount":139.12}     | ``                           | /data
                    ,"data":{"amount":139.12}     | ,"data_base64":"AQ=="        | /data_base64
                    "data":                       | "datacontenttype":"text/xml","data": | /datacontenttype
                    139.12                        | 1e400                        | /data/amount
                    139.12                        | [{"a/b":99999999999999999999}] | /data/amount/0/a~1b
                    139.12                        | "\\u0000"                    | /data/amount
                    """)
    void saysWhatIsWrongWithAnEvent(String right, String wrong, String pointer) {
        // Given
        assertThat(PURCHASE).contains(right);

        // When
        List<EventReading> readings = events(read(STRUCTURED, PURCHASE.replace(right, wrong)));

        // Then
        Rejected rejected = (Rejected) readings.getFirst();
        assertThat(rejected.problems().getFirst().pointer()).isEqualTo(pointer);
        assertThat(rejected.problems())
                .allSatisfy(problem -> assertThat(problem.message()).startsWith("Expected "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2000-01-01T00:00:00Z",
                "2026-11-23T10:00:00Z",
                "2010-12-01t08:26:00z",
                "2010-12-01T08:26:00.123456789123Z",
                "2010-12-01T08:26:00+01:00"
            })
    void takesEveryTimeOfASetClock(String time) {
        assertThat(events(read(STRUCTURED, PURCHASE.replace("2010-12-01T08:26:00Z", time))))
                .first()
                .isInstanceOf(Accepted.class);
    }

    @Test
    void asksWhetherTheClockIsSet() {
        // When
        Rejected rejected =
                (Rejected)
                        events(read(STRUCTURED, PURCHASE.replace("2010-12-01", "1970-01-01")))
                                .getFirst();

        // Then
        assertThat(rejected.problems().getFirst().message())
                .isEqualTo(
                        "Expected a time from the year 2000 on, but it was 1970-01-01T08:26:00Z: is the sender's clock set?");
    }

    @Test
    void namesEverythingThatIsWrong() {
        // When
        Rejected rejected = (Rejected) events(read(STRUCTURED, "{}")).getFirst();

        // Then
        assertThat(rejected.problems())
                .extracting(FieldProblem::pointer)
                .containsExactly(
                        "/data", "/specversion", "/id", "/source", "/type", "/subject", "/time");
    }

    @ParameterizedTest
    @CsvSource({"199,true", "200,true", "201,false"})
    void takesDataUpToTheLimit(int bytes, boolean accepted) {
        // Given
        String data = "{\"a\":\"" + "x".repeat(bytes - "{'a':''}".length()) + "\"}";

        // When
        EventReading reading =
                events(read(STRUCTURED, PURCHASE.replace("{\"amount\":139.12}", data))).getFirst();

        // Then
        assertThat(reading instanceof Accepted).isEqualTo(accepted);
    }

    @Test
    void refusesDataThatIsNestedTooDeeplyWithoutLosingTheRestOfTheBatch() {
        // Given
        String deep = PURCHASE.replace("139.12", "[".repeat(40) + "]".repeat(40));

        // When
        List<EventReading> readings = events(read(BATCHED, "[" + deep + "," + PURCHASE + "]"));

        // Then
        assertThat(((Rejected) readings.get(0)).problems().getFirst().message())
                .isEqualTo("Expected at most 32 levels, but there are more.");
        assertThat(readings.get(1)).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesABatchThatIsTooLarge() {
        // Given
        String three = "[%s,%s,%s".formatted(PURCHASE, PURCHASE, PURCHASE);

        // Then
        assertThat(events(read(BATCHED, three + "]"))).hasSize(3);
        assertThat(read(BATCHED, three + ",{}]")).isEqualTo(new BatchTooLarge(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    application/cloudevents+json       | {"id":
                    application/cloudevents+json       | ''
                    application/cloudevents+json       | []
                    application/cloudevents+json       | {} {}
                    application/cloudevents-batch+json | [{"id":"1"},
                    application/cloudevents-batch+json | {}
                    application/cloudevents-batch+json | [] true
                    """)
    void saysWhereTheJsonIsBroken(String contentType, String body) {
        assertThat(read(contentType, body))
                .asInstanceOf(type(BrokenBody.class))
                .extracting(BrokenBody::reason)
                .asString()
                .startsWith("Expected ");
    }

    @Test
    void refusesOtherEncodings() {
        // When
        HttpReading reading =
                events.read(
                        "club",
                        STRUCTURED,
                        _ -> null,
                        PURCHASE.getBytes(StandardCharsets.UTF_16BE),
                        NOW,
                        false);

        // Then
        assertThat(reading)
                .isEqualTo(
                        new BrokenBody("Expected JSON in UTF-8, but it is in another encoding."));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none",
                "text/plain",
                "application/json",
                "application/cloudevents+xml",
                "application/cloudevents+json; charset=latin1"
            })
    void refusesOtherMediaTypes(@Nullable String contentType) {
        assertThat(events.read("club", contentType, _ -> null, new byte[0], NOW, false))
                .isInstanceOf(UnsupportedMediaType.class);
    }

    @Test
    void decodesHeaderValues() {
        // Given
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("ce-subject", "M%C3%BCller%20%F0%9F%98%80 100%");
        headers.put("ce-id", "\"a \\\"quoted\\\" one\"");

        // When
        Accepted accepted =
                onlyAccepted(
                        events.read(
                                "club", "application/json", headers::get, bytes("{}"), NOW, false));

        // Then
        assertThat(accepted.event().subject()).isEqualTo("Müller 😀 100%");
        assertThat(accepted.event().id()).isEqualTo("a \"quoted\" one");
    }

    @Test
    void missesTheVersionOfABinaryEventAndNothingElse() {
        // Given
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.remove("ce-specversion");

        // When
        HttpReading reading =
                events.read("club", "application/json", headers::get, bytes("{}"), NOW, false);

        // Then
        assertThat(((Rejected) events(reading).getFirst()).problems())
                .extracting(FieldProblem::pointer)
                .containsExactly("/specversion");
    }

    @Test
    void missesTheDataOfABinaryEventWithoutBody() {
        // When
        HttpReading reading = events.read("club", null, HEADERS::get, new byte[0], NOW, false);

        // Then
        assertThat(((Rejected) events(reading).getFirst()).problems())
                .extracting(FieldProblem::pointer)
                .containsExactly("/data");
    }

    private HttpReading read(String contentType, String body) {
        return events.read("club", contentType, _ -> null, bytes(body), NOW, false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<EventReading> events(HttpReading reading) {
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).events();
    }

    private static Accepted onlyAccepted(HttpReading reading) {
        assertThat(events(reading)).singleElement().isInstanceOf(Accepted.class);
        return (Accepted) events(reading).getFirst();
    }
}
