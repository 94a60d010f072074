package dev.laurel.scoring.ledger.stream;

import static dev.laurel.scoring.RunningScoringService.DECISIONS;
import static dev.laurel.scoring.RunningScoringService.GROUP;
import static dev.laurel.scoring.RunningScoringService.LEDGER;
import static dev.laurel.scoring.RunningScoringService.decide;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.ledger.LedgerCause;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.servicetesting.TopicProbe.Raw;
import dev.laurel.topics.DeadLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class DecisionsToLedgerIT {

    private static final RunningScoringService service = RunningScoringService.start();

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static long sum(String program) {
        return service.number(
                "SELECT coalesce(sum(balance), 0)::bigint FROM member_account WHERE program = '%s'"
                        .formatted(program));
    }

    private static void awaitRelayed() throws InterruptedException {
        assertThat(service.bean(OutboxRelay.class).awaitRelayed(Duration.ofSeconds(30))).isTrue();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void tellsOfEveryPostingOnTheLedgerTopic() throws Exception {
        // Given
        Deciding club = new Deciding("entries-club");
        Decision first =
                club.decided("ann", "e1", club.points("a", 30), club.points("b", "miles", 7));
        Decision second = club.reversed("ann", "e2", club.points("c", -10));

        // When
        decide(first, second);
        awaitRelayed();

        // Then
        List<LedgerEntry> entries = LEDGER.values("entries-club/ann");
        assertThat(entries).extracting(LedgerEntry::sequence).containsExactly(1L, 2L, 3L);
        LedgerEntry last = entries.getLast();
        assertThat(last)
                .usingRecursiveComparison()
                .ignoringFields("recordedAt")
                .isEqualTo(
                        new LedgerEntry(
                                club.id("c"),
                                "entries-club",
                                "ann",
                                3,
                                "stars",
                                -10,
                                20,
                                20,
                                new LedgerCause(LedgerCause.Kind.RULE, "base-earn"),
                                club.id("e2"),
                                3,
                                second.event().time(),
                                second.event().localDate(),
                                last.recordedAt()));
    }

    @Test
    void changesNothingWhenDecisionsComeAgainInAnotherOrder() throws Exception {
        // Given
        Deciding club = new Deciding("again-club");
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            decisions.add(club.decided("m" + i % 20, "e" + i, club.points("p" + i, i + 1)));
        }
        decide(decisions.toArray(Decision[]::new));
        awaitRelayed();
        int entries = LEDGER.values("again-club/m3").size();

        // When
        Collections.shuffle(decisions, new Random(7));
        decide(decisions.toArray(Decision[]::new));
        awaitRelayed();

        // Then
        assertThat(sum("again-club")).isEqualTo(200 * 201 / 2);
        assertThat(entries).isEqualTo(10);
        assertThat(LEDGER.values("again-club/m3")).hasSize(entries);
    }

    @Test
    void setsAsideWhatItCannotReadAndGoesOn() {
        // Given
        Deciding club = new Deciding("poison-club");
        String key = club.key("ann");

        // When
        DECISIONS.send(
                DECISIONS.raw(key, club.decided("ann", "e1", club.points("a", 1))),
                new Raw(key, "{\"id\":".getBytes(UTF_8)),
                DECISIONS.raw(key, club.decided("ann", "e2", club.points("b", 10))),
                new Raw(key, "{\"id\":\"x\"}".getBytes(UTF_8)),
                DECISIONS.raw(key, club.decided("ann", "e3", club.points("c", "st\0rs", 1_000))),
                DECISIONS.raw(key, club.decided("ann", "e4", club.points("d", 100))));
        GROUP.awaitCaughtUp();

        // Then
        assertThat(sum("poison-club")).isEqualTo(111);
        List<ConsumerRecord<byte[], byte[]>> dead = DECISIONS.deadLetters(key);
        assertThat(dead).hasSize(3);
        assertThat(dead.getFirst().value()).isEqualTo("{\"id\":".getBytes(UTF_8));
        assertThat(header(dead.getFirst(), DeadLetters.TOPIC)).isEqualTo("laurel.decisions");
        assertThat(header(dead.getFirst(), DeadLetters.SERVICE)).isEqualTo("scoring-service");
        assertThat(header(dead.getFirst(), DeadLetters.REASON))
                .startsWith("Expected a PointsDecision");
        assertThat(header(dead.getLast(), DeadLetters.REASON)).contains("0x00");
    }

    @Test
    void setsAsideADecisionWhosePointsDoNotFit() {
        // Given
        Deciding club = new Deciding("rich-club");
        decide(club.decided("ann", "e1", club.points("a", Long.MAX_VALUE)));

        // When
        decide(
                club.decided("ann", "e2", club.points("b", "miles", 5), club.points("c", 1)),
                club.decided("bob", "e3", club.points("d", Long.MAX_VALUE)),
                club.decided("ann", "e4", club.points("e", -1)));

        // Then
        List<ConsumerRecord<byte[], byte[]>> dead = DECISIONS.deadLetters("rich-club/ann");
        assertThat(dead).hasSize(1);
        assertThat(header(dead.getFirst(), DeadLetters.REASON))
                .startsWith("Expected balance and earned points of wallet 'stars'");
        assertThat(
                        service.number(
                                "SELECT balance FROM member_account WHERE program = 'rich-club' AND member = 'ann'"))
                .isEqualTo(Long.MAX_VALUE - 1);
        assertThat(
                        service.number(
                                "SELECT count(*) FROM posting WHERE program = 'rich-club' AND wallet = 'miles'"))
                .isZero();
    }

    @Test
    void booksNothingForDecisionsWithoutPoints() {
        // Given
        Deciding club = new Deciding("pointless-club");

        // When
        decide(club.decided("ann", "e1"));

        // Then
        assertThat(
                        service.number(
                                "SELECT count(*) FROM member_sequence WHERE program = 'pointless-club'"))
                .isZero();
    }

    @Test
    void sharesThePartitionsWithASecondInstance() {
        // Given
        Deciding club = new Deciding("two-club");
        int count = 3_000;
        List<Raw> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String member = "m" + i % 100;
            records.add(
                    DECISIONS.raw(
                            club.key(member),
                            club.decided(member, "e" + i, club.points("p" + i, 1))));
        }

        // When
        DECISIONS.send(records.subList(0, count / 2));
        try (RunningScoringService second = service.another()) {
            DECISIONS.send(records.subList(count / 2, count));
            await().atMost(Duration.ofSeconds(60)).until(() -> sum("two-club") == count);
            GROUP.awaitCaughtUp();
            assertThat(second.number("SELECT count(*) FROM discrepancy")).isZero();
        }
        GROUP.awaitCaughtUp();

        // Then
        assertThat(sum("two-club")).isEqualTo(count);
        assertThat(
                        service.number(
                                "SELECT count(*) FROM member_sequence WHERE program = 'two-club' AND sequence = 30"))
                .isEqualTo(100);
        assertThat(service.number("SELECT count(*) FROM discrepancy")).isZero();
    }
}
