package dev.laurel.crm.vendor.salesforce;

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
import tools.jackson.databind.json.JsonMapper;

class SalesforceErrorsTest {

    @Test
    void theSameCodeIsAPauseOrTheEndOfTheDay() {
        // When
        Answer<String> spent =
                whole(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        Answer<String> crowded =
                whole(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded.");

        // Then
        assertThat(spent)
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        it -> assertThat(it.pause()).isEqualTo(Duration.ofHours(1)));
        assertThat(crowded)
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        it -> assertThat(it.pause()).isEqualTo(Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "401, INVALID_SESSION_ID, Denied",
        "403, API_DISABLED_FOR_ORG, Denied",
        "403, INSUFFICIENT_ACCESS, Denied",
        "404, NOT_FOUND, Denied",
        "410, UNSUPPORTED_API_VERSION, Denied",
        "429, '', Throttled",
        "400, INVALID_FIELD, Rejected",
        "400, JSON_PARSER_ERROR, Rejected",
        "300, '', Failed",
        "500, UNKNOWN_EXCEPTION, Failed",
        "503, SERVER_UNAVAILABLE, Failed"
    })
    void aCallAsAWhole(int status, String code, String kind) {
        assertThat(whole(status, code, "text").getClass().getSimpleName()).isEqualTo(kind);
    }

    @Test
    void aProxysPageIsAnAnswerToo() {
        assertThat(SalesforceErrors.<String>whole(response(502, "<html>Bad Gateway</html>")))
                .isInstanceOf(Answer.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "SERVER_UNAVAILABLE"})
    void contentionPasses(String code) {
        assertThat(single(code, "text")).isInstanceOf(Outcome.Again.class);
    }

    @Test
    void aTriggerThatFailsOfALockPasses() {
        assertThat(
                        single(
                                "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
                                "ContactTrigger: System.DmlException: UNABLE_TO_LOCK_ROW"))
                .isInstanceOf(Outcome.Again.class);
        assertThat(single("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "ContactTrigger: null pointer"))
                .isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY", "MALFORMED_ID"})
    void aContactThatIsNotThereIsLookedForAgain(String code) {
        assertThat(single(code, "text")).isInstanceOf(Outcome.Gone.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DUPLICATE_VALUE",
                "DUPLICATES_DETECTED",
                "DUPLICATE_EXTERNAL_ID",
                "ENTITY_IS_LOCKED",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION",
                "STRING_TOO_LONG",
                "SOMETHING_NEW"
            })
    void whatWillNotPassIsLeftToPeople(String code) {
        assertThat(single(code, "their words"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        it -> {
                            assertThat(it.refusal().code()).isEqualTo(code);
                            assertThat(it.refusal().message()).isEqualTo("their words");
                        });
    }

    @Test
    void readsTheLimitByNameAmongOthers() {
        // When
        Response response =
                new Response(
                        200,
                        HttpHeaders.of(
                                Map.of(
                                        "Sforce-Limit-Info",
                                        List.of(
                                                "per-app-api-usage=17/250(appName=x);"
                                                        + " api-usage=10018/100000; api-bursts=1/750")),
                                (_, _) -> true),
                        "[]");

        // Then
        assertThat(SalesforceSession.usage(response)).isEqualTo(new Answer.Usage(100_000, 10_018));
        assertThat(SalesforceSession.usage(response(200, "[]"))).isNull();
    }

    @Test
    void knowsBothWaysToWriteAnId() {
        assertThat(ContactIds.full("0031t00000AbCdE")).isEqualTo("0031t00000AbCdEAAV");
        assertThat(ContactIds.full("0031t00000AbCdEAAV")).isEqualTo("0031t00000AbCdEAAV");
        assertThat(ContactIds.full("")).isEmpty();
    }

    @Test
    void aValueInAQueryStaysAValue() {
        assertThat(Soql.quoted("o'hara\\")).isEqualTo("'o\\'hara\\\\'");
        assertThat(Soql.fitting(List.of("a".repeat(15_000), "b"), 200)).isEqualTo(1);
        assertThat(Soql.fitting(List.of("a", "b", "c"), 2)).isEqualTo(2);
    }

    private static Answer<String> whole(int status, String code, String message) {
        return SalesforceErrors.whole(
                response(
                        status,
                        new JsonMapper()
                                .writeValueAsString(
                                        List.of(Map.of("errorCode", code, "message", message)))));
    }

    private static Outcome single(String code, String message) {
        return SalesforceErrors.single(
                new JsonMapper()
                        .valueToTree(
                                Map.of(
                                        "success",
                                        false,
                                        "errors",
                                        List.of(Map.of("statusCode", code, "message", message)))),
                "");
    }

    private static Response response(int status, String body) {
        return new Response(status, HttpHeaders.of(Map.of(), (_, _) -> true), body);
    }
}
