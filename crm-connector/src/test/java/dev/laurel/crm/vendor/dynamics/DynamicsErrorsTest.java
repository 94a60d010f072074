package dev.laurel.crm.vendor.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicsErrorsTest {

    @Test
    void aPauseIsAsLongAsDynamicsSays() {
        assertThat(DynamicsErrors.<String>whole(response(429, Map.of("Retry-After", "37"), "")))
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        it -> assertThat(it.pause()).isEqualTo(Duration.ofSeconds(37)));
    }

    @ParameterizedTest
    @CsvSource({
        "401, Denied",
        "403, Denied",
        "404, Denied",
        "400, Rejected",
        "413, Rejected",
        "500, Failed",
        "503, Failed"
    })
    void aCallAsAWhole(int status, String kind) {
        assertThat(
                        DynamicsErrors.whole(response(status, Map.of(), "no JSON"))
                                .getClass()
                                .getSimpleName())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 0x80040217, Gone",
        "400, 0x80060891, Gone",
        "404, 0x80060888, Refused",
        "412, 0x80060882, Again",
        "412, 0x80060892, Refused",
        "412, 0x80040333, Refused",
        "429, 0x80072321, Again",
        "400, 0x80072326, Again",
        "500, 0x80040216, Again",
        "400, 0x80040265, Refused",
        "403, 0x80040220, Refused"
    })
    void anOperationByItsCode(int status, String code, String kind) {
        // When
        Outcome outcome =
                DynamicsErrors.single(
                        new Batch.Part(
                                status,
                                "",
                                """
                                {"error": {"code": "%s", "message": "Der Text ist deutsch."}}
                                """
                                        .formatted(code)),
                        "id");

        // Then
        assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void readsTheAnswersOfABatchInOrder(String end) {
        // Given
        String body =
                """
                --batchresponse_1
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                HTTP/1.1 204 No Content
                OData-Version: 4.0


                --batchresponse_1
                Content-Type: application/http

                HTTP/1.1 400 Bad Request
                Content-Type: application/json; odata.metadata=minimal

                {"error":{"code":"0x80044331","message":"too long"}}
                --batchresponse_1--
                """
                        .replace("\n", end);

        // When
        List<Batch.Part> parts =
                Batch.parts(
                        response(
                                200,
                                Map.of("Content-Type", "multipart/mixed; boundary=batchresponse_1"),
                                body));

        // Then
        assertThat(parts).extracting(Batch.Part::status).containsExactly(204, 400);
        assertThat(parts.getLast().json().at("/error/code").asString()).isEqualTo("0x80044331");
    }

    @Test
    void anAnswerThatIsNoBatchHasNoParts() {
        assertThat(
                        Batch.parts(
                                response(
                                        200,
                                        Map.of("Content-Type", "text/html"),
                                        "<html>HTTP/1.1 204</html>")))
                .isEmpty();
    }

    @Test
    void writesLinesAsTheyHaveToEnd() {
        assertThat(Batch.update(3, "/api/data/v9.2/contacts(1)", "{}") + Batch.end())
                .isEqualTo(
                        """
                        --batch_laurel
                        Content-Type: application/http
                        Content-Transfer-Encoding: binary
                        Content-ID: 3

                        PATCH /api/data/v9.2/contacts(1) HTTP/1.1
                        Content-Type: application/json
                        If-Match: *

                        {}
                        --batch_laurel--
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void aValueInAQueryStaysAValue() {
        assertThat(ContactQuery.quoted("o'hara")).isEqualTo("'o''hara'");
        assertThat(ContactQuery.id("1) or (1 eq 1")).startsWith("00000000-");
        assertThat(ContactQuery.fitting("emailaddress1", List.of("a".repeat(15_000), "b"), 50))
                .isEqualTo(1);
    }

    private static Response response(int status, Map<String, String> headers, String body) {
        return new Response(
                status,
                HttpHeaders.of(
                        headers.entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey, it -> List.of(it.getValue()))),
                        (_, _) -> true),
                body);
    }
}
