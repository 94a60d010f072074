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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ranks are counted by fences, of about three places each in these tests, and by sections of about
 * four fences.
 */
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
            assertThat(longest("fences")).isLessThanOrEqualTo(6);
            assertThat(fullest("fences")).isLessThanOrEqualTo(8);
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

    @Test
    void aSectionThatCountsWronglyIsFoundOut() {
        // Given
        publish("missummed", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        book(new TestLedger("missummed", "UTC").book("ann", "stars", 5, START).entries());

        // When
        int changed =
                jdbc.sql(
                                """
                                UPDATE section SET places = 2
                                WHERE ranking = (SELECT id FROM ranking WHERE program = 'missummed')
                                """)
                        .update();

        // Then
        assertThat(changed).isEqualTo(1);
        assertThat(differences("missummed"))
                .singleElement()
                .asString()
                .startsWith("Expected 1 places in section 1 of ranking ")
                .endsWith(", but it says 2.");
    }

    @Test
    void aFenceInTheWrongSectionIsFoundOut() {
        // Given
        publish("strayed", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        TestLedger ledger = new TestLedger("strayed", "UTC");
        for (int i = 0; i < 100; i++) {
            ledger.book("m" + i, "stars", i + 1, START);
        }
        book(ledger.entries());
        upkeep.run();

        // When the last fence says that it is in the first section
        int changed =
                jdbc.sql(
                                """
                                WITH own AS (SELECT id FROM ranking WHERE program = 'strayed')
                                UPDATE fence SET section = (
                                    SELECT min(s.id) FROM section s, own WHERE s.ranking = own.id)
                                WHERE id = (
                                    SELECT f.id FROM fence f, own WHERE f.ranking = own.id
                                    ORDER BY f.rev DESC, f.reached_at DESC, f.member DESC LIMIT 1)
                                """)
                        .update();

        // Then
        assertThat(changed).isEqualTo(1);
        assertThat(differences("strayed"))
                .anySatisfy(it -> assertThat(it).endsWith(", and fences there are of another."));
    }

    @Test
    void aSealsSectionsAreDividedOnceHoweverManyTry() throws Exception {
        // Given a seal of 100 places, whose fences an older version put into one section
        jdbc.sql(
                        """
                        INSERT INTO fence (ranking, rev, reached_at, member, places)
                        SELECT -1000000, ~(101 - n)::bigint, '2011-11-03', 'm' || n, 3
                        FROM generate_series(1, 100) AS n
                        """)
                .update();

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(instances.submit(upkeep::run));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        }

        // Then
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT s.places || '/' || count(f.id) || '/' || sum(f.places)
                                        FROM section s JOIN fence f ON f.section = s.id
                                        WHERE s.ranking = -1000000
                                        GROUP BY s.id ORDER BY s.rev
                                        """)
                                .query(String.class)
                                .list())
                .hasSize(25)
                .containsOnly("12/4/12");
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

    /** Fences of the section that has most. */
    private long fullest(String program) {
        return jdbc.sql(
                        """
                        SELECT max(n) FROM (
                            SELECT count(*) AS n FROM fence f JOIN ranking r ON r.id = f.ranking
                            WHERE r.program = ? GROUP BY f.section) AS sections
                        """)
                .param(program)
                .query(Long.class)
                .single();
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
