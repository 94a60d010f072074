package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.Posting;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** What becomes of copies that are lost, behind, half finished, or written by two at once. */
class CopiesIT extends CopiedBoards {

    private static final byte[] TOKEN = "token".getBytes(UTF_8);

    @Test
    void aLostCopyIsFoundOutAtOnceAndMadeAnew() {
        // Given
        Race race = begin("lost");
        Standings standings = copiesOr(database);
        copied("lost");

        // When
        VALKEY.unlink(copy("lost").keys().toArray(byte[][]::new));

        // Then
        assertThat(isCopied("lost")).isFalse();
        assertThat(standings.pageFrom(ranking("lost"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));

        // When
        count(race.postings(20));
        bringUp();

        // Then
        assertThat(copies.ready()).isEmpty();
        assertThat(copies.wanted(Long.MAX_VALUE)).hasSize(1);

        // When
        assertThat(copied("lost").pageFrom(ranking("lost"), 1, 500))
                // Then
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));
    }

    @Test
    void aCopyOfYesterdayIsNotRead() {
        // Given
        Race race = begin("yesterday");
        copied("yesterday");
        count(race.postings(20));
        bringUp();

        // When
        VALKEY.hset(copy("yesterday").state(), TOKEN, "1".getBytes(UTF_8));

        // Then
        assertThat(isCopied("yesterday")).isFalse();
        assertThat(copiesOr(database).pageFrom(ranking("yesterday"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));

        // When
        bringUp();

        // Then
        assertThat(copies.ready()).isEmpty();
    }

    @Test
    void aCopyThatIsHalfFinishedIsNotRead() {
        // Given
        Race race = begin("half");
        copied("half");
        try (UnifiedJedis nobody =
                Connections.to(URI.create("redis://localhost:1"), Duration.ofSeconds(1))) {
            Rebuild broken = new Rebuild(source, transactions, locks, copies, nobody);

            // When
            assertThatThrownBy(() -> broken.run("half", number("half")))
                    .isInstanceOf(JedisException.class);
        }
        trust.refresh();

        // Then
        assertThat(trust.find(ranking("half"))).isEmpty();

        // When
        count(race.postings(20));

        // Then
        assertThat(copiesOr(database).pageFrom(ranking("half"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));
        assertThat(copied("half").pageFrom(ranking("half"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));
    }

    @Test
    void whatIsCountedWhileACopyIsMadeAndFedByTwoIsInItOnce() throws Exception {
        // Given
        Race race = begin("busy");
        List<List<Posting>> batches = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batches.add(race.postings(10));
        }
        AtomicBoolean counting = new AtomicBoolean(true);

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            Future<?> counted = instances.submit(() -> batches.forEach(this::count));
            List<Future<?>> others = new ArrayList<>();
            for (int instance = 0; instance < 2; instance++) {
                others.add(
                        instances.submit(() -> {
                            while (counting.get()) {
                                feed.run();
                            }
                        }));
            }
            others.add(
                    instances.submit(() -> {
                        rebuild("busy");
                        rebuild("busy");
                    }));
            counted.get();
            counting.set(false);
            for (Future<?> each : others) {
                each.get();
            }
        }
        if (copies.ready().isEmpty()) {
            rebuild("busy");
        }
        bringUp();

        // Then
        assertThat(copiesOr(refusing()).pageFrom(ranking("busy"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));
    }

    @Test
    void whoseTurnIsOverChangesNothingAnyMore() {
        // Given
        Race race = begin("turn");
        copied("turn");
        count(race.postings(20));
        bringUp();
        Copy copy = copy("turn");
        List<byte[]> late =
                List.of(
                        "1".getBytes(UTF_8),
                        Long.toString(copy.token() - 1).getBytes(UTF_8),
                        "m1".getBytes(UTF_8),
                        Packed.head(1_000, null));

        // When
        Object done = VALKEY.eval(Scripts.SET, copy.keys(), late);

        // Then
        assertThat(done).isEqualTo(0L);
        assertThat(copiesOr(refusing()).pageFrom(ranking("turn"), 1, 500))
                .isEqualTo(race.standings(Ties.FIRST_TO_REACH));
    }

    @Test
    void whatIsKnownOfCopiesHoldsForAWhileOnly() {
        // Given
        begin("while");
        copied("while");
        assertThat(isCopied("while")).isTrue();

        // When
        nanoTime.addAndGet(Duration.ofSeconds(60).toNanos());

        // Then
        assertThat(trust.find(ranking("while"))).isEmpty();

        // When
        trust.refresh();
        assertThat(trust.find(ranking("while"))).isPresent();
        jdbc.sql(
                        """
                        INSERT INTO changed_score (ranking, member, at)
                        VALUES (?, 'm1', now() - interval '61 seconds')
                        """)
                .param(number("while"))
                .update();
        trust.refresh();

        // Then
        assertThat(trust.find(ranking("while"))).isEmpty();
    }

    private Race begin(String program) {
        publish(program, "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        Race race = new Race(program, 40, new Random(41));
        count(race.postings(80));
        return race;
    }

    /** Whether a copy answers. */
    private boolean isCopied(String program) {
        return trust.find(ranking(program))
                .map(copy -> {
                    try {
                        return !new CopyReader(VALKEY).from(copy, Ties.SHARED, 1, 1).isEmpty();
                    } catch (CopyReader.Lost lost) {
                        return false;
                    }
                })
                .orElse(false);
    }

    private Copy copy(String program) {
        return copies.find(number(program)).orElseThrow();
    }

    private int number(String program) {
        return jdbc.sql("SELECT id FROM ranking WHERE program = ?")
                .param(program)
                .query(Integer.class)
                .single();
    }

    private static Ranking ranking(String program) {
        return new Ranking(
                new Book(program, "stars", false), Period.ALL_TIME, Ties.FIRST_TO_REACH, null);
    }
}
