package dev.laurel.scoring.spending.web;

import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.ApiProbe.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SpendingOverHttpIT {

    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();

    @AfterAll
    static void stopService() {
        service.close();
    }

    /** A program of its own, whose member Ann has some stars. */
    private static String clubWhereAnnHas(String program, long stars) {
        RunningScoringService.publish(program);
        Deciding club = new Deciding(program);
        decide(club.decided("ann", "e1", club.points("a", stars)));
        return "/v1/programs/" + program;
    }

    private static String wallet(String club) {
        JsonNode wallet = api.get(club + "/members/ann/wallets").at("/wallets/0");
        return "%d available, %d held, %d lifetime"
                .formatted(
                        wallet.get("available").asInt(),
                        wallet.get("held").asInt(),
                        wallet.get("lifetime").asInt());
    }

    private static String place(String club, long points) {
        Answer answer =
                api.post(
                        club + "/members/ann/holds",
                        "order",
                        "{\"wallet\":\"stars\",\"points\":%d,\"reference\":\"order 7\"}"
                                .formatted(points));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return club + "/holds/" + answer.body().get("hold").asString();
    }

    private static String slug(Answer answer) {
        String type = answer.body().get("type").asString();
        return answer.status() + " " + type.substring(type.lastIndexOf('/') + 1);
    }

    @Test
    void reservesSpendsAndGivesBackTheRest() {
        // Given
        String club = clubWhereAnnHas("spending-club", 100);

        // When, Then
        String hold = place(club, 70);
        assertThat(wallet(club)).isEqualTo("30 available, 70 held, 100 lifetime");

        JsonNode confirmed = api.post(hold + "/confirm", "paid", "{\"points\":50}").body();
        assertThat(confirmed.get("status").asString()).isEqualTo("confirmed");
        assertThat(confirmed.get("spent").asInt()).isEqualTo(50);
        assertThat(wallet(club)).isEqualTo("50 available, 0 held, 100 lifetime");

        JsonNode refunded = api.post(hold + "/refund", "back", "{\"points\":20}").body();
        assertThat(refunded.get("refunded").asInt()).isEqualTo(20);
        assertThat(wallet(club)).isEqualTo("70 available, 0 held, 100 lifetime");

        assertThat(api.get(club + "/ledger/liability").at("/wallets/0").toString())
                .isEqualTo(
                        """
                        {"wallet":"stars","outstanding":70,"held":0,"owed":0,"net":70,"issued":100,\
                        "takenBack":0,"spent":30,"members":1,"sum":0,"zeroSum":true}\
                        """);
        assertThat(
                        api.get(club + "/members/ann/ledger")
                                .get("items")
                                .valueStream()
                                .map(line ->
                                        "%s %s: %d from %s to %s"
                                                .formatted(
                                                        line.at("/cause/kind").asString(),
                                                        line.at("/cause/id").asString(),
                                                        line.get("points").asInt(),
                                                        line.get("debit").asString(),
                                                        line.get("credit").asString())))
                .containsExactly(
                        "spending refund: 20 from spent to member",
                        "spending release: 20 from held to member",
                        "spending confirm: 0 from held to spent",
                        "spending place: -70 from member to held",
                        "rule base-earn: 100 from issuance:rule:base-earn to member");
    }

    @Test
    void answersTheSameRequestTheSame() {
        // Given
        String club = clubWhereAnnHas("twice-club", 100);
        String body = "{\"wallet\":\"stars\",\"points\":60}";

        // When
        Answer first = api.post(club + "/members/ann/holds", "k", body);
        Answer again = api.post(club + "/members/ann/holds", "k", " " + body);
        Answer other =
                api.post(club + "/members/ann/holds", "k", "{\"wallet\":\"stars\",\"points\":1}");
        Answer tooMany = api.post(club + "/members/ann/holds", "l", body);
        Answer stillTooMany = api.post(club + "/members/ann/holds", "l", body);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(slug(other)).isEqualTo("422 idempotency-key-reused");
        assertThat(slug(tooMany)).isEqualTo("409 insufficient-points");
        assertThat(tooMany.body().get("detail").asString())
                .isEqualTo("Expected at least 60 points in wallet 'stars', but 40 can be spent.");
        assertThat(stillTooMany).isEqualTo(tooMany);
        assertThat(wallet(club)).isEqualTo("40 available, 60 held, 100 lifetime");
    }

    @Test
    void twinsAreOneRequest() throws Exception {
        // Given
        String club = clubWhereAnnHas("twins-club", 100);

        // When
        List<Answer> answers;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> asked =
                    IntStream.range(0, 12)
                            .mapToObj(_ ->
                                    callers.submit(() ->
                                            api.post(
                                                    club + "/members/ann/holds",
                                                    "k",
                                                    "{\"wallet\":\"stars\",\"points\":60}")))
                            .toList();
            answers = new ArrayList<>();
            for (Future<Answer> each : asked) {
                answers.add(each.get());
            }
        }

        // Then
        assertThat(answers).hasSize(12).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(wallet(club)).isEqualTo("40 available, 60 held, 100 lifetime");
    }

    @Test
    void aHoldEndsOnce() {
        // Given
        String club = clubWhereAnnHas("ends-club", 100);
        String hold = place(club, 70);

        // When
        Answer released = api.post(hold + "/release", "r", "");
        Answer releasedAgain = api.post(hold + "/release", "r2", "");
        Answer confirmed = api.post(hold + "/confirm", "c", "");
        Answer refunded = api.post(hold + "/refund", "f", "");

        // Then
        assertThat(released.status()).isEqualTo(200);
        assertThat(releasedAgain.body()).isEqualTo(released.body());
        assertThat(slug(confirmed)).isEqualTo("409 hold-closed");
        assertThat(slug(refunded)).isEqualTo("409 hold-closed");
        assertThat(wallet(club)).isEqualTo("100 available, 0 held, 100 lifetime");
    }

    @Test
    void spendsAndRefundsNoMoreThanThereIs() {
        // Given
        String club = clubWhereAnnHas("more-club", 100);
        String hold = place(club, 70);

        // When
        Answer tooMuch = api.post(hold + "/confirm", "c", "{\"points\":71}");
        api.post(hold + "/confirm", "c2", "{\"points\":50}");
        Answer part = api.post(hold + "/refund", "f1", "{\"points\":30}");
        Answer tooMuchBack = api.post(hold + "/refund", "f2", "{\"points\":30}");
        Answer rest = api.post(hold + "/refund", "f3", "");

        // Then
        assertThat(slug(tooMuch)).isEqualTo("422 invalid-content");
        assertThat(part.status()).isEqualTo(200);
        assertThat(slug(tooMuchBack)).isEqualTo("422 invalid-content");
        assertThat(rest.body().get("refunded").asInt()).isEqualTo(50);
        assertThat(wallet(club)).isEqualTo("100 available, 0 held, 100 lifetime");
    }

    @Test
    void aHoldThatNobodyEndsEndsByItself() {
        // Given
        String club = clubWhereAnnHas("patience-club", 100);
        String hold =
                club
                        + "/holds/"
                        + api.post(
                                        club + "/members/ann/holds",
                                        "k",
                                        "{\"wallet\":\"stars\",\"points\":70,\"expiresIn\":\"PT1S\"}")
                                .body()
                                .get("hold")
                                .asString();

        // When
        await().untilAsserted(() ->
                assertThat(api.get(hold).get("status").asString()).isEqualTo("timed-out"));

        // Then
        assertThat(wallet(club)).isEqualTo("100 available, 0 held, 100 lifetime");
        assertThat(slug(api.post(hold + "/confirm", "c", ""))).isEqualTo("409 hold-closed");
    }

    @Test
    void correctsByHand() {
        // Given
        String club = clubWhereAnnHas("correction-club", 100);
        String adjustments = club + "/members/ann/adjustments";

        // When
        Answer given =
                api.post(
                        adjustments,
                        "k",
                        """
                        {"wallet":"stars","points":25,"reason":"till was offline","actor":"eve"}
                        """);
        Answer tooMuch =
                api.post(
                        adjustments,
                        "l",
                        """
                        {"wallet":"stars","points":-126,"reason":"a mistake","actor":"eve"}
                        """);

        // Then
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.body().get("balance").asInt()).isEqualTo(125);
        assertThat(slug(tooMuch)).isEqualTo("409 insufficient-points");
        assertThat(wallet(club)).isEqualTo("125 available, 0 held, 125 lifetime");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        // Given
        String club = clubWhereAnnHas("wrong-club", 100);
        String holds = club + "/members/ann/holds";

        // When
        Answer noWallet = api.post(holds, "k", "{\"wallet\":\"diamonds\",\"points\":1}");
        Answer nothing = api.post(holds, "k", "{\"wallet\":\"stars\",\"points\":0}");
        Answer forEver =
                api.post(holds, "k", "{\"wallet\":\"stars\",\"points\":1,\"expiresIn\":\"P31D\"}");
        Answer misspelt = api.post(holds, "k", "{\"wallet\":\"stars\",\"point\":1}");
        Answer noKey = api.post(holds, " ", "{\"wallet\":\"stars\",\"points\":1}");
        Answer noHold =
                api.post(club + "/holds/00000000-0000-0000-0000-000000000000/confirm", "k2", "");

        // Then
        assertThat(slug(noWallet)).isEqualTo("422 invalid-content");
        assertThat(noWallet.body().at("/errors/0/expected").asString())
                .isEqualTo("one of [miles, stars]");
        assertThat(slug(nothing)).isEqualTo("422 invalid-content");
        assertThat(slug(forEver)).isEqualTo("422 invalid-content");
        assertThat(forEver.body().get("detail").asString()).contains("PT1S to PT720H", "PT744H");
        assertThat(slug(misspelt)).isEqualTo("422 invalid-content");
        assertThat(slug(noKey)).isEqualTo("400 idempotency-key-required");
        assertThat(slug(noHold)).isEqualTo("404 unknown-hold");
        assertThat(wallet(club)).isEqualTo("100 available, 0 held, 100 lifetime");
    }
}
