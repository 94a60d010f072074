package dev.laurel.leaderboards.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.servicetesting.ApiProbe.Answer;
import dev.laurel.servicetesting.GroupProbe;
import dev.laurel.testinfra.TestBroker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who is on which board, and what others see of them. */
class RosterIT extends RunningLeaderboardService {

    private static final List<Map<String, Object>> BOARDS =
            List.of(
                    Map.of("id", "all", "of", "stars", "period", "month", "ties", "shared"),
                    Map.of("id", "vip", "of", "stars", "audience", Map.of("segment", "vip")),
                    Map.of("id", "red", "of", "stars", "audience", Map.of("team", "red")),
                    Map.of(
                            "id",
                            "soho",
                            "of",
                            "stars",
                            "audience",
                            Map.of("attribute", "store", "is", "soho")),
                    Map.of(
                            "id",
                            "final",
                            "of",
                            "stars",
                            "period",
                            "month",
                            "seal",
                            Map.of("after", "PT48H")));

    private static final Instant IN_DECEMBER = Instant.parse("2011-12-03T00:00:00Z");

    @Autowired private Roster roster;
    @Autowired private Sealing sealing;
    @Autowired private TransactionTemplate transactions;

    @AfterEach
    void registryIsBack() {
        NAMES.down(false);
    }

    @Test
    void whoRefusesLeavesAllBoardsAndTheRanksOfOthersCloseUp() {
        // Given
        publish("refused", "UTC", BOARDS);
        book(ledger("refused").entries());
        assertThat(places("refused", "all")).containsExactly("1 ann", "2 bob", "3 cid", "4 dot");

        // When
        tell(
                List.of(
                        Said.refused("refused", "ann"),
                        Said.in("refused", "cid", "staff"),
                        Said.in("refused", "new", "test")));

        // Then
        assertThat(places("refused", "all")).containsExactly("1 bob", "2 dot");
        Answer own = api().ask("/v1/programs/refused/leaderboards/all/members/ann");
        assertThat(own.status()).isEqualTo(404);
        assertThat(api().get("/v1/programs/refused/members/ann/ranks").toString())
                .isEqualTo("{\"ranks\":[]}");
        assertThat(place("refused", "all", "dot").get("size").asLong()).isEqualTo(2);

        // When
        book(
                new TestLedger("refused", "UTC")
                        .book("new", "stars", 99, "2011-11-03T10:00:00Z")
                        .entries());

        // Then
        assertThat(places("refused", "all")).containsExactly("1 bob", "2 dot");
        assertThat(differences("refused")).isZero();
    }

    @Test
    void whoComesBackHasThePlaceThatTheirPointsGive() {
        // Given
        publish("back", "UTC", BOARDS);
        TestLedger ledger = ledger("back");
        book(ledger.entries());
        tell(List.of(Said.refused("back", "bob")));
        int booked = ledger.entries().size();
        ledger.book("bob", "stars", 10, "2011-11-05T10:00:00Z")
                .takeBack("bob", "stars", 1, "2011-11-06T10:00:00Z");
        book(ledger.entries().subList(booked, booked + 2));

        // When
        tell(List.of(Said.of("back", "bob")));

        // Then
        assertThat(places("back", "all")).containsExactly("1 bob", "2 ann", "3 cid", "4 dot");
        assertThat(place("back", "all", "bob").get("score").asLong()).isEqualTo(13);
        assertThat(differences("back")).isZero();
    }

    @Test
    void theErasedStayAwayWhateverIsBookedForThem() throws Exception {
        // Given
        publish("erased", "UTC", BOARDS);
        TestLedger ledger = ledger("erased");
        book(ledger.entries());
        tell(List.of(Said.in("erased", "ann", "vip")));
        assertThat(places("erased", "vip")).containsExactly("1 ann");

        // When
        erase("erased/ann");
        ledger.book("ann", "stars", 50, "2011-11-07T10:00:00Z");
        book(ledger.entries().subList(4, 5));

        // Then
        assertThat(places("erased", "all")).containsExactly("1 bob", "2 cid", "3 dot");
        assertThat(places("erased", "vip")).isEmpty();
        assertThat(differences("erased")).isZero();
    }

    @Test
    void audiencesAreOfWhoBelongsToThemNow() {
        // Given
        publish("audiences", "UTC", BOARDS);
        tell(
                List.of(
                        said("ann", List.of("vip"), "red", "soho"),
                        said("bob", List.of("vip", "x"), "blue", "soho"),
                        said("cid", List.of(), "red", "camden")));
        book(ledger("audiences").entries());
        assertThat(places("audiences", "vip")).containsExactly("1 ann", "2 bob");
        assertThat(places("audiences", "red")).containsExactly("1 ann", "2 cid");
        assertThat(places("audiences", "soho")).containsExactly("1 ann", "2 bob");

        // When
        tell(List.of(said("ann", List.of("x"), "blue", "soho"), Said.refused("audiences", "bob")));

        // Then
        assertThat(places("audiences", "vip")).isEmpty();
        assertThat(places("audiences", "red")).containsExactly("1 cid");
        assertThat(places("audiences", "soho")).containsExactly("1 ann");
        assertThat(places("audiences", "all")).containsExactly("1 ann", "2 cid", "3 dot");
        assertThat(differences("audiences")).isZero();
    }

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        // Given
        publish("older", "UTC", BOARDS);
        book(ledger("older").entries());
        Participant ann = new Participant("older", "ann");

        // When
        enter(new Entrant(ann, true, Set.of(), 7));
        enter(new Entrant(ann, false, Set.of(), 5));
        enter(new Entrant(ann, false, Set.of(), 7));

        // Then
        assertThat(places("older", "all")).containsExactly("1 bob", "2 cid", "3 dot");
    }

    @Test
    void friendsAreRankedAmongEachOther() {
        // Given
        publish("friends", "UTC", BOARDS);
        book(ledger("friends").book("eve", "stars", 3, "2011-11-03T10:00:00Z").entries());
        tell(List.of(Said.refused("friends", "bob")));

        // When
        Answer answer =
                api().post(
                                "/v1/programs/friends/leaderboards/all/friends",
                                "unused",
                                "{\"members\": [\"dot\", \"eve\", \"bob\", \"cid\", \"stranger\"]}");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(ranked(answer.body())).containsExactly("1 cid", "1 eve", "3 dot");
    }

    @Test
    void othersSeeNamesAndNobodysId() {
        // Given
        publish("public", "UTC", BOARDS);
        book(ledger("public").entries());
        NAMES.name("bob", "Bobby");
        NAMES.name("cid", "El Cid");
        tell(List.of(Said.refused("public", "cid")));
        String path = "/v1/programs/public/public/leaderboards/all?limit=2";

        // When
        JsonNode first = api().get(path);
        JsonNode second = api().get(path + "&cursor=" + first.get("next").asString());

        // Then
        assertThat(first.get("items").toString())
                .isEqualTo(
                        "[{\"rank\":1,\"score\":9},{\"rank\":2,\"name\":\"Bobby\",\"score\":4}]");
        assertThat(second.get("items").toString()).isEqualTo("[{\"rank\":3,\"score\":1}]");
        assertThat(second.get("next").isNull()).isTrue();

        // When
        NAMES.down(true);

        // Then
        assertThat(api().get(path).get("items").toString())
                .isEqualTo("[{\"rank\":1,\"score\":9},{\"rank\":2,\"score\":4}]");
    }

    @Test
    void aSealedBoardKeepsThePlaceOfWhoLeavesWithoutTheName() {
        // Given
        publish("sealed-shy", "UTC", BOARDS);
        TestLedger ledger = ledger("sealed-shy");
        book(ledger.entries());
        NAMES.name("ann", "Annie");
        NAMES.name("bob", "Bobby");
        tell(List.of(Said.refused("sealed-shy", "dot")));
        sealing.run("sealed-shy", IN_DECEMBER);

        // When
        tell(List.of(Said.refused("sealed-shy", "ann"), Said.of("sealed-shy", "dot")));
        ledger.book("ann", "stars", 7, "2011-11-08T10:00:00Z")
                .book("bob", "stars", 7, "2011-11-08T10:00:00Z");
        book(ledger.entries().subList(4, 6));

        // Then
        assertThat(places("sealed-shy", "final")).containsExactly("1 ann", "2 bob", "3 cid");
        assertThat(
                        api().get(
                                        "/v1/programs/sealed-shy/public/leaderboards/final?period=2011-11")
                                .get("items")
                                .toString())
                .startsWith(
                        "[{\"rank\":1,\"score\":9},{\"rank\":2,\"name\":\"Bobby\",\"score\":4}");
        JsonNode corrections =
                api().get("/v1/programs/sealed-shy/leaderboards/final/seals/2011-11/corrections")
                        .get("items");
        assertThat(corrections.size()).isEqualTo(1);
        assertThat(corrections.at("/0/competitor").asString()).isEqualTo("bob");
    }

    private static MemberAttributes said(
            String member, List<String> segments, String team, String store) {
        return Said.of("audiences", member, segments, team, Map.of("store", store), Map.of());
    }

    private static TestLedger ledger(String program) {
        return new TestLedger(program, "UTC")
                .book("ann", "stars", 9, "2011-11-03T10:00:00Z")
                .book("bob", "stars", 4, "2011-11-03T10:00:00Z")
                .book("cid", "stars", 3, "2011-11-03T10:00:00Z")
                .book("dot", "stars", 1, "2011-11-03T10:00:00Z");
    }

    private void enter(Entrant entrant) {
        transactions.executeWithoutResult(_ -> roster.enter(List.of(entrant)));
    }

    private static void erase(String key) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", TestBroker.bootstrapServers());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.MEMBERS.name(), key, null)).get();
        }
        new GroupProbe("laurel-leaderboards-members", Topics.MEMBERS).awaitCaughtUp();
    }

    private JsonNode place(String program, String board, String member) {
        return api().get(
                        "/v1/programs/%s/leaderboards/%s/members/%s"
                                .formatted(program, board, member));
    }

    private long differences(String program) {
        return api().get("/v1/programs/%s/leaderboard-verification".formatted(program))
                .get("differences")
                .asLong();
    }

    private List<String> places(String program, String board) {
        return ranked(api().get("/v1/programs/%s/leaderboards/%s".formatted(program, board)));
    }

    private static List<String> ranked(JsonNode page) {
        List<String> places = new ArrayList<>();
        for (JsonNode each : page.get("items")) {
            places.add(each.get("rank").asLong() + " " + each.get("member").asString());
        }
        return places;
    }
}
