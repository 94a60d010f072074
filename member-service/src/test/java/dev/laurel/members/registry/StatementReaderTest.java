package dev.laurel.members.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.members.registry.StatementReader.Reading.Refused;
import dev.laurel.members.registry.StatementReader.Reading.Said;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class StatementReaderTest {

    private static final Instant NOW = Instant.parse("2011-12-01T08:00:00.500Z");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void readsEverythingThatCanBeSaid() {
        // When
        Statement statement =
                said(
                        """
                        {"displayName": "Ann", "timeZone": "Asia/Tokyo", "locale": "en-gb",
                         "segments": ["vip"], "team": "red", "teamSince": "2011-06-01T02:00:00+02:00",
                         "attributes": {"birthMonth": 4, "rate": 1.5, "tags": ["a"], "home": {"city": "Ulm"}},
                         "contact": {"email": "ann@example.com", "phone": "+442071234567",
                                     "crmIds": {"salesforce": "0035g00000XyZ"}},
                         "consents": {"leaderboards": false, "news": null,
                                      "crm": {"given": true, "at": "2011-06-01T02:00:00+02:00", "source": "till 3"}}}
                        """);

        // Then
        assertThat(statement)
                .isEqualTo(
                        new Statement(
                                "Ann",
                                "Asia/Tokyo",
                                "en-GB",
                                List.of("vip"),
                                "red",
                                Instant.parse("2011-06-01T00:00:00Z"),
                                Map.of(
                                        "birthMonth",
                                        4,
                                        "rate",
                                        1.5,
                                        "tags",
                                        List.of("a"),
                                        "home",
                                        Map.of("city", "Ulm")),
                                Map.of(
                                        "leaderboards",
                                        SaidConsent.of(false),
                                        "crm",
                                        new SaidConsent(
                                                true,
                                                Instant.parse("2011-06-01T00:00:00Z"),
                                                "till 3")),
                                new Contact(
                                        "ann@example.com",
                                        "+442071234567",
                                        Map.of("salesforce", "0035g00000XyZ"))));
    }

    @Test
    void tellsAContactThatIsLeftOutFromOneThatIsToGo() {
        assertThat(said("{}").contact()).isNull();
        assertThat(said("{\"contact\": null}").contact()).isEqualTo(Contact.EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{\"timeZone\": \"Europe/Londn\"};                 /timeZone",
                "{\"timeZone\": \"+02:00\"};                       /timeZone",
                "{\"timeZone\": 1};                                /timeZone",
                "{\"locale\": \"english_GB\"};                     /locale",
                "{\"locale\": \"und\"};                            /locale",
                "{\"segments\": \"vip\"};                          /segments",
                "{\"segments\": [\"vip\", \"\"]};                  /segments/1",
                "{\"team\": \" \"};                                /team",
                "{\"team\": \"a\\u0000\"};                         /team",
                "{\"displayName\": \"\\ud800\"};                   /displayName",
                "{\"teamSince\": \"2011-12-01T08:00:00.501Z\"};    /teamSince",
                "{\"teamSince\": \"2011-12-01\"};                  /teamSince",
                "{\"attributes\": []};                             /attributes",
                "{\"attributes\": {\"a b\": 1}};                   /attributes/a b",
                "{\"attributes\": {\"a\": null}};                  /attributes/a",
                "{\"attributes\": {\"a\": 12345678901234567890}};  /attributes/a",
                "{\"attributes\": {\"a\": 1e999}};                 /attributes/a",
                "{\"attributes\": {\"a\": [\"x\", \"ann@example.com\"]}}; /attributes/a/1",
                "{\"attributes\": {\"a\": \"+44 20 7123 4567\"}};  /attributes/a",
                "{\"attributes\": {\"a\": {\"b\": {\"c\": {\"d\": {}}}}}}; /attributes/a/b/c/d",
                "{\"contact\": {\"email\": \"ann@example\"}};      /contact/email",
                "{\"contact\": {\"email\": \"a b@example.com\"}};  /contact/email",
                "{\"contact\": {\"phone\": \"02071234567\"}};      /contact/phone",
                "{\"contact\": {\"crmIds\": {\"sales~force\": 1}}}; /contact/crmIds/sales~0force",
                "{\"contact\": {\"mail\": \"x\"}};                 /contact/mail",
                "{\"timezone\": \"Europe/London\"};                /timezone"
            })
    void saysWhereItIsWrong(String document, String pointer) {
        // When
        List<Fault> faults = refused(document);

        // Then
        assertThat(faults).extracting(Fault::pointer).contains(pointer);
        assertThat(faults)
                .allSatisfy(fault ->
                        assertThat(fault.message())
                                .startsWith("Expected ")
                                .contains(", but it was "));
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        assertThat(refused("{\"timeZone\": \"x\", \"locale\": 1, \"attributes\": {\"1\": null}}"))
                .extracting(Fault::pointer)
                .containsExactly("/timeZone", "/locale", "/attributes/1", "/attributes/1");
    }

    @Test
    void aTeamMayBeginJustNow() {
        assertThat(said("{\"teamSince\": \"2011-12-01T08:00:00.500Z\"}").teamSince())
                .isEqualTo(NOW);
        assertThat(said("{\"teamSince\": \"2011-12-01T08:00:00.499Z\"}").teamSince())
                .isEqualTo(NOW.minusMillis(1));
    }

    @Test
    void refusesMoreThanATopicShouldCarry() {
        // Given
        String long1000 = "\"" + "x".repeat(1_000) + "\"";

        // Then
        assertThat(said("{\"attributes\": {\"a\": %s}}".formatted(long1000)).attributes())
                .containsKey("a");
        assertThat(
                        refused(
                                "{\"attributes\": {\"a\": [%s]}}"
                                        .formatted(
                                                String.join(
                                                        ",", Collections.nCopies(8, long1000)))))
                .extracting(Fault::pointer)
                .containsExactly("/attributes");
    }

    private static Statement said(String document) {
        return ((Said) StatementReader.read(json(document), NOW)).statement();
    }

    private static List<Fault> refused(String document) {
        return ((Refused) StatementReader.read(json(document), NOW)).faults();
    }

    private static Map<String, Object> json(String text) {
        return JSON.readValue(text, new TypeReference<>() {});
    }
}
