package dev.laurel.badges.credentials;

import static dev.laurel.badges.awards.TestDecisions.issuing;
import static dev.laurel.badges.awards.TestDecisions.revoking;
import static dev.laurel.badges.awards.TestDecisions.timeOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.badges.RunningBadgeService;
import dev.laurel.badges.artwork.PngChunks;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.servicetesting.TopicProbe;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Credentials of real awards, as verifiers see them. */
class CredentialsIT extends RunningBadgeService {

    private static final String DID = "did:web:club.example";

    private final TopicProbe<Decision> decisions = new TopicProbe<>(Topics.DECISIONS);
    private final TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);

    @Autowired private PlatformTransactionManager transactions;

    @Test
    void anotherLibraryVerifiesAnAward() {
        // Given
        publish("verify");
        send(issuing("verify", "member-4711", "explorer", 1));

        // When
        String token = credential("verify", "member-4711");

        // Then
        JsonNode credential = verifier().payload(token);
        assertThat(OpenBadgesSchema.errors(credential)).isEmpty();
        assertThat(verifier().header(token).toString())
                .matches(
                        "\\{\"alg\":\"EdDSA\",\"kid\":\"did:web:club.example#[\\w-]{43}\",\"typ\":\"JWT\"}");
        assertThat(credential.at("/credentialSubject/achievement/name").asString())
                .isEqualTo("Explorer");
        assertThat(credential.at("/credentialSubject/achievement/criteria/narrative").asString())
                .isEqualTo("Go everywhere.");
        assertThat(credential.at("/issuer/name").asString()).isEqualTo("The Club");
        assertThat(credential.get("validFrom").asString()).isEqualTo(timeOf(1).toString());
        assertThat(credential.get("nbf").asLong()).isEqualTo(timeOf(1).getEpochSecond());
        assertThat(credential.get("iss").asString())
                .isEqualTo(DID)
                .isEqualTo(credential.at("/issuer/id").asString());
        assertThat(credential.get("jti")).isEqualTo(credential.get("id"));
        assertThat(credential.get("sub")).isEqualTo(credential.at("/credentialSubject/id"));
        assertThat(credential.toString()).doesNotContain("4711");
    }

    @Test
    void theIssuersDocumentHasTheKey() {
        // Given
        publish("did");
        send(issuing("did", "ann", "explorer", 1));
        String key = verifier().header(credential("did", "ann")).get("kid").asString();

        // When
        JsonNode document = api().get("/.well-known/did.json");

        // Then
        assertThat(document.get("id").asString()).isEqualTo(DID);
        assertThat(document.get("assertionMethod").toString()).contains('"' + key + '"');
        JsonNode method =
                document.get("verificationMethod")
                        .valueStream()
                        .filter(each -> each.get("id").asString().equals(key))
                        .findAny()
                        .orElseThrow();
        assertThat(method.get("controller").asString()).isEqualTo(DID);
        assertThat(method.at("/publicKeyJwk/crv").asString()).isEqualTo("Ed25519");
        assertThat(document.toString()).doesNotContain("\"d\":");
        assertThat(api().text("/.well-known/jwks.json")).doesNotContain("\"d\":");
    }

    @Test
    void theStatusListSaysWhatIsRevokedForEver() {
        // Given
        publish("status");
        send(issuing("status", "ann", "explorer", 1), issuing("status", "bob", "explorer", 1));
        String anns = credential("status", "ann");
        String bobs = credential("status", "bob");
        assertThat(isRevoked(anns)).isFalse();

        // When
        send(revoking("status", "ann", "explorer", 2));

        // Then
        assertThat(isRevoked(anns)).isTrue();
        assertThat(isRevoked(bobs)).isFalse();
        assertThat(credential("status", "ann")).isEqualTo(anns);

        // When
        send(issuing("status", "ann", "explorer", 3));

        // Then
        String again = credential("status", "ann");
        assertThat(isRevoked(again)).isFalse();
        assertThat(isRevoked(anns)).isTrue();
        assertThat(verifier().payload(again).get("validFrom").asString())
                .isEqualTo(timeOf(3).toString());
        assertThat(verifier().payload(again).get("sub"))
                .isNotEqualTo(verifier().payload(anns).get("sub"));
    }

    @Test
    void anAwardThatWasRevokedBeforeAnybodyAskedHasNone() {
        // Given
        publish("late");
        send(issuing("late", "ann", "explorer", 1), revoking("late", "ann", "explorer", 2));

        // When
        ApiProbe.Answer answer = api().ask(address("late", "ann"));

        // Then
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/badge-revoked");
    }

    @Test
    void anOldKeyVerifiesWhatItSigned() {
        // Given
        publish("rotate");
        send(issuing("rotate", "ann", "explorer", 1), issuing("rotate", "bob", "explorer", 1));
        String before = credential("rotate", "ann");

        // When
        api().post("/internal/credential-keys", "any", "");
        String after = credential("rotate", "bob");

        // Then
        Verifier verifier = verifier();
        assertThat(verifier.header(after).get("kid"))
                .isNotEqualTo(verifier.header(before).get("kid"));
        assertThat(verifier.payload(before).get("iss").asString()).isEqualTo(DID);
        assertThat(verifier.payload(after).get("iss").asString()).isEqualTo(DID);
        assertThat(credential("rotate", "ann")).isEqualTo(before);
        assertThat(isRevoked(before)).isFalse();
    }

    @Test
    void manyWhoAskAtOnceGetTheSame() throws Exception {
        // Given
        publish("twins");
        send(issuing("twins", "ann", "explorer", 1));

        // When
        List<String> answers;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> asked =
                    IntStream.range(0, 8)
                            .mapToObj(_ -> threads.submit(() -> credential("twins", "ann")))
                            .toList();
            answers = asked.stream().map(CredentialsIT::result).distinct().toList();
        }

        // Then
        assertThat(answers).hasSize(1);
        assertThat(credentials("twins")).isEqualTo(1);
    }

    @Test
    void nothingIsIssuedForAnAwardThatIsRevokedMeanwhile() throws Exception {
        // Given
        publish("race");
        send(issuing("race", "ann", "explorer", 1));
        String address = address("race", "ann");
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            // When
            Future<ApiProbe.Answer> asked =
                    new TransactionTemplate(transactions)
                            .execute(_ -> {
                                revokeByHand("race");
                                Future<ApiProbe.Answer> answer =
                                        threads.submit(() -> api().ask(address));
                                await().until(() -> waitingForALock() > 0);
                                return answer;
                            });

            // Then
            assertThat(asked.get().status()).isEqualTo(410);
            assertThat(credentials("race")).isZero();
        }
    }

    @Test
    void thePageTellsPeopleWhatItIsWithoutTheMember() {
        // Given
        publish("page");
        send(issuing("page", "member-4711", "explorer", 1));
        String path = "/v1/badge-awards/" + publicId("page", "member-4711", "explorer");

        // When
        String page = api().text(path, "text/html");

        // Then
        assertThat(page)
                .contains("<meta property=\"og:title\" content=\"Explorer\">")
                .contains("<meta property=\"og:url\" content=\"" + ISSUER + path + "\">")
                .contains(
                        "<meta property=\"og:image\" content=\"%s/v1/programs/page/badges/explorer/image.png\">"
                                .formatted(ISSUER))
                .contains("<meta property=\"og:image:width\" content=\"640\">")
                .contains("<meta property=\"og:image:height\" content=\"640\">")
                .contains("<img src=\"/v1/programs/page/badges/explorer/image\" alt=\"\">")
                .contains("<dt>Issuer</dt><dd>The Club</dd>")
                .contains("<dt>Awarded</dt><dd>2011-11-05</dd>")
                .contains("Go everywhere.")
                .contains("Found &lt;it&gt;.")
                .doesNotContain("<it>")
                .doesNotContain("4711")
                .doesNotContain("Revoked");
    }

    @Test
    void thePictureCarriesTheCredential() {
        // Given
        publish("baked");
        send(issuing("baked", "ann", "explorer", 1));
        String token = credential("baked", "ann");

        // When
        String picture =
                api().text("/v1/badge-awards/" + publicId("baked", "ann", "explorer") + ".svg");

        // Then
        assertThat(picture)
                .containsOnlyOnce("<openbadges:credential verify=\"" + token + "\">")
                .contains("xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\"");
        assertThat(api().text("/v1/programs/baked/badges/explorer/image"))
                .isEqualTo(
                        picture.replaceFirst("<openbadges:.*</openbadges:credential>", "")
                                .replaceFirst(" xmlns:openbadges=\"[^\"]*\"", ""));
    }

    @Test
    void thePixelsCarryTheCredential() throws Exception {
        // Given
        publish("pixels");
        send(issuing("pixels", "member-4711", "explorer", 1));
        String path = "/v1/badge-awards/" + publicId("pixels", "member-4711", "explorer");

        // When
        HttpResponse<byte[]> answer = bytes(path + ".png");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(PngChunks.types(answer.body())).containsOnlyOnce("iTXt");
        String token = PngChunks.credential(answer.body());
        assertThat(token).isEqualTo(credential("pixels", "member-4711"));
        JsonNode credential = verifier().payload(token);
        assertThat(OpenBadgesSchema.errors(credential)).isEmpty();
        assertThat(credential.at("/credentialSubject/achievement/name").asString())
                .isEqualTo("Explorer");
        assertThat(new String(answer.body(), ISO_8859_1)).doesNotContain("4711");
        HttpResponse<byte[]> bare = bytes("/v1/programs/pixels/badges/explorer/image.png");
        assertThat(PngChunks.types(bare.body())).doesNotContain("iTXt");
        assertThat(PngChunks.same(bare.body(), answer.body())).isTrue();
    }

    @Test
    void thePixelsOfARevokedAwardAreGoneLikeItsPicture() throws Exception {
        // Given
        publish("gone");
        send(issuing("gone", "ann", "explorer", 1), revoking("gone", "ann", "explorer", 2));
        String path = "/v1/badge-awards/" + publicId("gone", "ann", "explorer");

        // When
        ApiProbe.Answer answer = api().ask(path + ".png");

        // Then
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.body().get("detail"))
                .isEqualTo(api().ask(path + ".svg").body().get("detail"));
        assertThat(answer.body().get("type").asString())
                .isEqualTo("https://laurel.dev/problems/badge-revoked");
        assertThat(api().ask("/v1/badge-awards/00000000-0000-4000-8000-000000000000.png").status())
                .isEqualTo(404);
    }

    @Test
    void thereIsNoListThatNoCredentialPointsTo() {
        assertThat(api().ask("/v1/badge-status-lists/99").status()).isEqualTo(404);
        assertThat(api().ask("/v1/badge-status-lists/-1").status()).isEqualTo(404);
        assertThat(api().ask("/v1/badge-status-lists/9223372036854775807").status()).isEqualTo(404);
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofByteArray());
        }
    }

    private void revokeByHand(String program) {
        jdbc.sql("UPDATE award SET status = 'REVOKED', times = 0 WHERE program = ?")
                .param(program)
                .update();
    }

    /** Requests that wait for a row. */
    private long waitingForALock() {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE wait_event_type = 'Lock' AND query LIKE '%FOR SHARE%'
                          AND datname = current_database()
                        """)
                .query(Long.class)
                .single();
    }

    private long credentials(String program) {
        return jdbc.sql(
                        "SELECT count(*) FROM credential c JOIN award a ON a.id = c.award"
                                + " WHERE a.program = ?")
                .param(program)
                .query(Long.class)
                .single();
    }

    private boolean isRevoked(String token) {
        JsonNode credential = verifier().payload(token);
        String list = credential.at("/credentialStatus/statusListCredential").asString();
        assertThat(list).startsWith(ISSUER + "/v1/");
        return verifier().isRevoked(credential, api().text(list.substring(ISSUER.length())));
    }

    private Verifier verifier() {
        return new Verifier(api().text("/.well-known/jwks.json"));
    }

    private String credential(String program, String member) {
        return api().text(address(program, member));
    }

    private String address(String program, String member) {
        return "/v1/badge-awards/" + publicId(program, member, "explorer") + ".jwt";
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void send(Decision... sent) {
        for (Decision each : sent) {
            decisions.send(decisions.raw(each.program() + "/" + each.member(), each));
        }
        new GroupProbe("laurel-badges", Topics.DECISIONS).awaitCaughtUp();
    }

    private void publish(String program) {
        Map<String, Object> badge =
                Map.of(
                        "id",
                        "explorer",
                        "name",
                        "Explorer",
                        "description",
                        "Found <it>.",
                        "criteria",
                        "Go everywhere.");
        Map<String, Object> document = Map.of("name", "The Club", "badges", List.of(badge));
        programs.send(
                programs.raw(
                        program,
                        new PublishedProgram(program, 1, "cafe", Instant.EPOCH, document)));
        await().until(() -> api().ask("/v1/programs/" + program + "/badges").status() == 200);
    }
}
