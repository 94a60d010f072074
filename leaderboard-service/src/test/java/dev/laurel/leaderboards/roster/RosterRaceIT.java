package dev.laurel.leaderboards.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.RunningLeaderboardService;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Participant;
import dev.laurel.leaderboards.scores.Posting;
import dev.laurel.leaderboards.scores.Scores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Postings and profiles of the same members, taken in by several at once. */
class RosterRaceIT extends RunningLeaderboardService {

    private static final Audience VIP = Audience.segment("vip");
    private static final int MEMBERS = 25;

    @Autowired private Roster roster;
    @Autowired private Scores scores;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transactions;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void endsWithEverybodyWhereTheirLastProfilePutsThem(long seed) throws Exception {
        // Given
        String program = "race-" + seed;
        publish(
                program,
                "UTC",
                List.of(
                        Map.of("id", "all", "of", "stars"),
                        Map.of("id", "vip", "of", "stars", "audience", Map.of("segment", "vip"))));
        List<Posting> postings = postings(program, new Random(seed));
        List<Entrant> entrants = entrants(program, new Random(seed));

        // When
        try (ExecutorService instances = Executors.newFixedThreadPool(4)) {
            List<Future<?>> all = new ArrayList<>();
            for (int batch : List.of(17, 31)) {
                all.add(instances.submit(() -> inBatches(postings, batch, scores::count)));
                all.add(instances.submit(() -> inBatches(entrants, batch, roster::enter)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }

        // Then
        Map<String, Entrant> last = new HashMap<>();
        entrants.forEach(each -> last.put(each.participant().member(), each));
        Map<String, Long> everyone = new TreeMap<>();
        postings.forEach(
                each -> everyone.merge(each.participant().member(), each.points(), Long::sum));
        everyone.keySet().removeIf(member -> last.containsKey(member) && last.get(member).hidden());
        Map<String, Long> vips = new TreeMap<>(everyone);
        vips.keySet()
                .removeIf(member ->
                        !last.containsKey(member) || !last.get(member).audiences().contains(VIP));
        assertThat(vips).isNotEmpty();
        assertThat(kept(program, "")).isEqualTo(everyone);
        assertThat(kept(program, VIP.word())).isEqualTo(vips);
        assertThat(
                        api().get("/v1/programs/%s/leaderboard-verification".formatted(program))
                                .get("differences")
                                .asLong())
                .isZero();
    }

    private interface Taking<T> {
        void take(List<T> batch);
    }

    private <T> void inBatches(List<T> all, int size, Taking<T> taking) {
        for (int from = 0; from < all.size(); from += size) {
            List<T> batch = all.subList(from, Math.min(all.size(), from + size));
            transactions.executeWithoutResult(_ -> taking.take(batch));
        }
    }

    private Map<String, Long> kept(String program, String audience) {
        Map<String, Long> kept = new TreeMap<>();
        jdbc.sql(
                        """
                        SELECT s.member, s.score FROM ranking r JOIN score s ON s.ranking = r.id
                        WHERE r.program = ? AND r.audience = ?
                        """)
                .param(program)
                .param(audience)
                .query(row -> {
                    kept.put(row.getString("member"), row.getLong("score"));
                });
        return kept;
    }

    private static List<Posting> postings(String program, Random random) {
        Map<String, Long> sequences = new HashMap<>();
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            String member = "m" + random.nextInt(MEMBERS);
            Instant time = Instant.parse("2011-11-03T10:00:00Z").plusSeconds(random.nextInt(999));
            postings.add(
                    new Posting(
                            new Participant(program, member),
                            sequences.merge(member, 1L, Long::sum),
                            "stars",
                            random.nextInt(4) == 0 ? -random.nextInt(1, 4) : random.nextInt(1, 9),
                            time,
                            LocalDate.of(2011, 11, 3),
                            null,
                            new UUID(0, i),
                            "rule:some",
                            null,
                            time));
        }
        return postings;
    }

    private static List<Entrant> entrants(String program, Random random) {
        List<Entrant> entrants = new ArrayList<>();
        for (int offset = 0; offset < 400; offset++) {
            entrants.add(
                    new Entrant(
                            new Participant(program, "m" + random.nextInt(MEMBERS)),
                            random.nextInt(3) == 0,
                            random.nextBoolean() ? Set.of(VIP) : Set.of(),
                            offset));
        }
        return entrants;
    }
}
