package dev.laurel.leaderboards.scores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.TestLedger;
import dev.laurel.leaderboards.scores.jdbc.FenceUpkeep;
import dev.laurel.servicetesting.ApiProbe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ranks are counted by fences, of about three places each in these tests. */
class FencesIT extends RunningLeaderboardService {

    private static final Instant START = Instant.parse("2011-11-03T10:00:00Z");

    @Autowired private FenceUpkeep upkeep;
    @Autowired private JdbcClient jdbc;

    @Test
    void countTheSameWhereverTheyStandAndNeverGetTooManyOrTooLong() {
        // Given
        publish("fences", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        TestLedger ledger = new TestLedger("fences", "UTC");
        Random random = new Random(21);
        int booked = 0;

        for (int round = 0; round < 5; round++) {
            // When everybody moves on, most of them to where others were
            for (int i = 0; i < 300; i++) {
                ledger.book(
                        "m" + random.nextInt(300),
                        "stars",
                        random.nextInt(20),
                        START.plusSeconds(random.nextInt(5)));
            }
            book(ledger.entries().subList(booked, ledger.entries().size()));
            booked = ledger.entries().size();
            upkeep.run();
            upkeep.run();

            // Then
            assertThat(differences("fences")).isEmpty();
            assertThat(longest("fences")).isLessThanOrEqualTo(12);
            assertThat(fences("fences")).isLessThanOrEqualTo(Math.max(64, 2 * 300 / 3));
        }
    }

    @Test
    void aFenceThatCountsWronglyIsFoundOut() {
        // Given
        publish("miscounted", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        book(
                new TestLedger("miscounted", "UTC")
                        .book("ann", "stars", 5, START)
                        .book("bob", "stars", 4, START)
                        .entries());

        // When
        int changed =
                jdbc.sql(
                                """
                                UPDATE fence SET places = 3
                                WHERE ranking = (SELECT id FROM ranking WHERE program = 'miscounted')
                                """)
                        .update();

        // Then
        assertThat(changed).isEqualTo(1);
        assertThat(differences("miscounted"))
                .singleElement()
                .asString()
                .startsWith("Expected 2 places in stretch 1 of ranking ")
                .endsWith(", but its fence says 3.");
    }

    private List<String> differences(String program) {
        ApiProbe.Answer answer =
                api().ask("/v1/programs/%s/leaderboard-verification".formatted(program));
        List<String> examples = new ArrayList<>();
        answer.body().get("examples").forEach(each -> examples.add(each.asString()));
        return examples;
    }

    private long longest(String program) {
        return number("max(places)", program);
    }

    private long fences(String program) {
        return number("count(*)", program);
    }

    private long number(String what, String program) {
        return jdbc.sql(
                        "SELECT %s FROM fence JOIN ranking r ON r.id = ranking WHERE r.program = ?"
                                .formatted(what))
                .param(program)
                .query(Long.class)
                .single();
    }
}
