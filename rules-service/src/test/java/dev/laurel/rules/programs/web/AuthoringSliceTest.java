package dev.laurel.rules.programs.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.laurel.rules.programs.web.AuthoringInMemory.InMemory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest({
    ProgramController.class,
    DraftController.class,
    PartController.class,
    VersionController.class
})
@Import({AuthoringInMemory.class, KnownPrograms.class, DocumentBody.class})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class AuthoringSliceTest {

    private static final String PROGRAM = "/v1/programs/shop";
    private static final String DRAFT = PROGRAM + "/draft";
    private static final String RULE = DRAFT + "/rules/a";
    private static final String DOCUMENT =
            "{\"program\": \"shop\", \"rules\": [{\"id\": \"a\", \"on\": \"x\"}]}";

    @Autowired private MockMvcTester mvc;
    @Autowired private InMemory memory;

    @BeforeEach
    void createProgram() {
        assertThat(send(PUT, PROGRAM, "{\"name\": \"Shop\"}", null)).hasStatus(201);
    }

    @Test
    void createsAndRenamesAProgram() {
        // When
        MvcTestResult renamed = send(PUT, PROGRAM, "{\"name\": \"Corner Shop\"}", null);

        // Then
        assertThat(renamed).hasStatus(200);
        assertThat(get(PROGRAM))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"program\": \"shop\", \"name\": \"Corner Shop\", \"liveVersion\": null}");
    }

    private void publishChallenge(String target) {
        String document =
                """
                {"program": "shop", "metrics": [{"id": "buys", "on": "x", "value": "%s"}], "challenges": [
                  {"id": "spring", "steps": [{"id": "a", "measure": "buys", "target": %s}]}]}\
                """
                        .formatted(target.equals("3") ? "count()" : "sum(1)", target);
        String tag = target.equals("3") ? null : etag(get(DRAFT));
        send(PUT, DRAFT, document, tag);
    }

    @Test
    void saysWhatBecomesOfProgressInWhatChanges() {
        // Given
        publishChallenge("3");
        assertThat(send(POST, PROGRAM + "/versions", null, null))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"mechanics\": []}");
        publishChallenge("5");

        // When
        MvcTestResult before = send(POST, DRAFT + "/validate", null, null);
        MvcTestResult published =
                send(
                        POST,
                        PROGRAM + "/versions",
                        "{\"progress\": {\"challenge:spring\": \"recompute\"}}",
                        null);

        // Then
        assertThat(before)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"mechanics": [
                          {"mechanic": "metric:buys", "choice": "restart", "declared": false,
                           "choices": ["restart"], "membersAtMost": 9},
                          {"mechanic": "challenge:spring", "choice": "keep", "declared": false,
                           "choices": ["keep", "restart", "recompute"], "members": 9, "completed": 2}]}\
                        """);
        assertThat(published)
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"version": 2, "mechanics": [
                          {"mechanic": "metric:buys", "choice": "restart", "declared": false},
                          {"mechanic": "challenge:spring", "choice": "recompute", "declared": true,
                           "members": 9, "completed": 2}]}\
                        """);
    }

    @Test
    void refusesChoicesForWhatDoesNotChangeOrCannotBe() {
        // Given
        publishChallenge("3");
        send(POST, PROGRAM + "/versions", null, null);
        publishChallenge("5");

        // When
        MvcTestResult refused =
                send(
                        POST,
                        PROGRAM + "/versions",
                        "{\"progress\": {\"challenge:sprng\": \"keep\", \"metric:buys\": \"keep\"}}",
                        null);

        // Then
        assertThat(refused)
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"type": "https://laurel.dev/problems/invalid-choice", "errors": [
                          {"pointer": "/progress/challenge:sprng",
                           "message": "Expected a mechanic with progress that changes, but 'challenge:sprng' is none.",
                           "expected": "metric:buys, challenge:spring"},
                          {"pointer": "/progress/metric:buys",
                           "message": "Expected restart for what changes in 'metric:buys', but it was 'keep'."}]}\
                        """);
        assertThat(send(POST, PROGRAM + "/versions", "{\"progres\": {}}", null)).hasStatus(422);
        assertThat(get(PROGRAM + "/versions/2")).hasStatus(404);
    }

    @Test
    void refusesAProgramWithAWrongIdOrName() {
        assertThat(send(PUT, "/v1/programs/Shop!", "{\"name\": \"Shop\"}", null)).hasStatus(400);
        assertThat(send(PUT, PROGRAM, "{\"name\": \" \"}", null)).hasStatus(422);
        assertThat(send(PUT, PROGRAM, "{}", null)).hasStatus(422);
    }

    @Test
    void answersUnknownProgramsWithAProblem() {
        for (String path :
                new String[] {"", "/draft", "/versions", "/versions/1", "/draft/rules/a"}) {
            assertThat(get("/v1/programs/nobody" + path))
                    .hasStatus(404)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .extractingPath("$.type")
                    .isEqualTo("https://laurel.dev/problems/unknown-program");
        }
    }

    @Test
    void storesADraftAndGivesItBackInBothFormats() {
        // Given
        MvcTestResult created = send(PUT, DRAFT, DOCUMENT, null);

        // When
        MvcTestResult yaml = mvc.get().uri(DRAFT).header("Accept", "application/yaml").exchange();

        // Then
        assertThat(created).hasStatus(201);
        assertThat(get(DRAFT)).hasStatus(200).bodyJson().isStrictlyEqualTo(DOCUMENT);
        assertThat(etag(get(DRAFT))).isEqualTo(etag(created)).isNotEqualTo(etag(yaml));
        assertThat(yaml)
                .hasContentType("application/yaml")
                .hasBodyTextEqualTo("program: shop\nrules:\n  - id: a\n    on: x\n");
    }

    @Test
    void readsADraftInYaml() {
        // When
        MvcTestResult created =
                mvc.put()
                        .uri(DRAFT)
                        .header("Content-Type", "application/yaml")
                        .content("program: shop\nname: Laden\n")
                        .exchange();

        // Then
        assertThat(created).hasStatus(201);
        assertThat(get(DRAFT))
                .bodyJson()
                .isStrictlyEqualTo("{\"program\": \"shop\", \"name\": \"Laden\"}");
    }

    @Test
    void wantsTheTagOfTheDraftThatIsReplaced() {
        // Given
        String tag = etag(send(PUT, DRAFT, DOCUMENT, null));
        String yamlTag = etag(mvc.get().uri(DRAFT).header("Accept", "application/yaml").exchange());
        String changed = "{\"program\": \"shop\"}";

        // Then
        assertThat(send(PUT, DRAFT, changed, null)).hasStatus(428);
        assertThat(send(PUT, DRAFT, changed, "\"another\"")).hasStatus(412);
        assertThat(send(PUT, DRAFT, DOCUMENT, yamlTag)).hasStatus(200);
        assertThat(send(PUT, DRAFT, changed, tag)).hasStatus(200);
        assertThat(send(PUT, DRAFT, changed, tag)).hasStatus(412);
    }

    @Test
    void refusesADraftOfAnotherProgram() {
        assertThat(send(PUT, DRAFT, "{\"program\": \"other\"}", null))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/program");
    }

    @Test
    void saysWhereADraftCannotBeRead() {
        assertThat(send(PUT, DRAFT, "{\"program\": \"shop\",\n \"rules\": }", null))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("line 2, column 11");
        assertThat(
                        mvc.put()
                                .uri(DRAFT)
                                .header("Content-Type", "text/plain")
                                .content("x")
                                .exchange())
                .hasStatus(415);
        assertThat(mvc.get().uri(DRAFT).header("Accept", "text/html").exchange()).hasStatus(406);
    }

    @Test
    void editsOnePart() {
        // Given
        send(PUT, DRAFT, DOCUMENT, null);
        String tag = etag(get(RULE));

        // When
        MvcTestResult replaced = send(PUT, RULE, "{\"on\": \"y\"}", tag);

        // Then
        assertThat(replaced)
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo("{\"id\": \"a\", \"on\": \"y\"}");
        assertThat(send(PUT, RULE, "{\"on\": \"z\"}", tag)).hasStatus(412);
        assertThat(send(PUT, RULE, "{\"on\": \"z\"}", null)).hasStatus(428);
        assertThat(send(PUT, DRAFT + "/badges/b", "{\"id\": \"b\"}", null)).hasStatus(201);
        assertThat(get(DRAFT))
                .bodyJson()
                .isStrictlyEqualTo(
                        "{\"program\": \"shop\", \"rules\": [{\"id\": \"a\", \"on\": \"y\"}], \"badges\": [{\"id\": \"b\"}]}");
    }

    @Test
    void removesOnePart() {
        // Given
        send(PUT, DRAFT, DOCUMENT, null);
        String tag = etag(get(RULE));

        // Then
        assertThat(send(DELETE, RULE, null, null)).hasStatus(428);
        assertThat(send(DELETE, RULE, null, tag)).hasStatus(204);
        assertThat(get(RULE)).hasStatus(404);
        assertThat(send(DELETE, RULE, null, tag)).hasStatus(404);
    }

    @Test
    void refusesPartsThatMakeNoSense() {
        // Given
        send(PUT, DRAFT, "{\"program\": \"shop\", \"rules\": \"none\"}", null);

        // Then
        assertThat(send(PUT, RULE, "{\"on\": \"x\"}", null)).hasStatus(409);
        assertThat(send(PUT, DRAFT + "/badges/b", "{\"id\": \"c\"}", null)).hasStatus(422);
        assertThat(get(DRAFT + "/wallets/w")).hasStatus(404);
    }

    @Test
    void validatesAgainstTheLiveVersion() {
        // Given
        String tag = etag(send(PUT, DRAFT, DOCUMENT, null));
        send(POST, PROGRAM + "/versions", null, null);
        send(
                PUT,
                DRAFT,
                "{\"program\": \"shop\", \"rules\": [{\"id\": \"b\"}], \"wrong\": 1}",
                tag);

        // When
        MvcTestResult validation = send(POST, DRAFT + "/validate", null, null);

        // Then
        assertThat(validation)
                .hasStatus(200)
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"valid": false,
                         "problems": [
                           {"pointer": "/wrong", "message": "Expected it right, but it is wrong.",
                            "expected": "right", "line": 1, "column": 7},
                           {"pointer": "/rules/0", "message": "Expected a rule, but it is none."}],
                         "warnings": [],
                         "comparedWith": 1,
                         "changes": {
                           "rules": {"added": ["b"], "changed": [], "removed": ["a"]},
                           "program": {"added": ["wrong"], "changed": [], "removed": []}},
                         "mechanics": []}
                        """);
    }

    @Test
    void publishesOnceAndListsVersions() {
        // Given
        send(PUT, DRAFT, DOCUMENT, null);

        // When
        MvcTestResult published = send(POST, PROGRAM + "/versions", null, null);

        // Then
        assertThat(published)
                .hasStatus(201)
                .hasHeader("Location", PROGRAM + "/versions/1")
                .bodyJson()
                .hasPathSatisfying("$.hash", hash -> assertThat(hash).asString().hasSize(64));
        assertThat(send(POST, PROGRAM + "/versions", null, null)).hasStatus(200);
        assertThat(get(PROGRAM + "/versions"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(PROGRAM + "/versions/1"))
                .bodyJson()
                .extractingPath("$.document.program")
                .isEqualTo("shop");
        assertThat(get(PROGRAM + "/versions/2")).hasStatus(404);
    }

    @Test
    void answersAllProblemsOfWhatCannotBePublished() {
        // Given
        send(PUT, DRAFT, "{\"program\": \"shop\", \"wrong\": 1}", null);

        // When
        MvcTestResult refused = send(POST, PROGRAM + "/versions", null, null);

        // Then
        assertThat(refused)
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"type": "https://laurel.dev/problems/invalid-program",
                         "errors": [
                           {"pointer": "/wrong", "expected": "right",
                            "message": "Expected it right, but it is wrong. (line 1, column 7 of the expression)"},
                           {"pointer": "/rules/0"}]}
                        """);
    }

    @Test
    void saysThatAVersionIsStoredWhenTheBrokerIsAway() {
        // Given
        send(PUT, DRAFT, DOCUMENT, null);
        memory.brokerIsThere = false;

        // When
        MvcTestResult published = send(POST, PROGRAM + "/versions", null, null);

        // Then
        assertThat(published)
                .hasStatus(503)
                .hasHeader("Retry-After", "5")
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("stored as version 1");
    }

    @Test
    void restoresAnOlderVersion() {
        // Given
        String tag = etag(send(PUT, DRAFT, DOCUMENT, null));
        send(POST, PROGRAM + "/versions", null, null);
        send(PUT, DRAFT, "{\"program\": \"shop\"}", tag);
        send(POST, PROGRAM + "/versions", null, null);

        // When
        MvcTestResult restored = send(POST, PROGRAM + "/versions/1/restore", null, null);

        // Then
        assertThat(restored)
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("{\"version\": 3, \"restoredFrom\": 1}");
        assertThat(send(POST, PROGRAM + "/versions/9/restore", null, null)).hasStatus(404);
    }

    @Test
    void hasNothingToPublishWithoutADraft() {
        assertThat(send(POST, PROGRAM + "/versions", null, null)).hasStatus(404);
        assertThat(get(DRAFT)).hasStatus(404);
    }

    private MvcTestResult get(String path) {
        return send(GET, path, null, null);
    }

    private MvcTestResult send(
            HttpMethod method, String path, @Nullable String json, @Nullable String ifMatch) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.method(method).uri(path);
        if (json != null) {
            request.header("Content-Type", "application/json").content(json);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.exchange();
    }

    private static String etag(MvcTestResult result) {
        MockHttpServletRequest request = result.getRequest();
        String tag = result.getResponse().getHeader("ETag");
        if (tag == null) {
            throw new AssertionError("Expected an ETag from " + request.getRequestURI());
        }
        return tag;
    }
}
