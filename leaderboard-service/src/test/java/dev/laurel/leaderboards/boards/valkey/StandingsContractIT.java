package dev.laurel.leaderboards.boards.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standing;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Standings.Place;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.boards.Vicinity;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.jdbc.FenceUpkeep;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** PostgreSQL and Valkey, whatever happens to a board, against a sorted list. */
class StandingsContractIT extends CopiedBoards {

    enum Store {
        POSTGRESQL,
        VALKEY
    }

    @Autowired private FenceUpkeep fences;

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"POSTGRESQL, 31", "POSTGRESQL, 32", "VALKEY, 31", "VALKEY, 32"})
    void isASortedList(Store store, long seed) {
        // Given
        String program = "contract-%s-%d".formatted(store.name().toLowerCase(Locale.ROOT), seed);
        publish(program, "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        Random random = new Random(seed);
        Race race = new Race(program, 70, random);
        count(race.postings(50));
        Standings standings =
                switch (store) {
                    case POSTGRESQL -> database;
                    case VALKEY -> copied(program);
                };

        for (int round = 0; round < 12; round++) {
            // When
            count(race.postings(60));
            enter(race.entrants(5));
            if (round == 6) {
                // The largest scores that there can be, which no floating point number tells apart.
                count(
                        Stream.of(0, 1, 2)
                                .map(less ->
                                        race.posting(
                                                "giant-" + less,
                                                Long.MAX_VALUE - 5 - less,
                                                Instant.parse("2011-11-03T10:00:00Z")))
                                .toList());
            }
            fences.run();
            bringUp(store);

            // Then
            for (Ties ties : Ties.values()) {
                compare(standings, ranking(program, ties), race.standings(ties), race, random);
            }
        }
    }

    private void bringUp(Store store) {
        switch (store) {
            case POSTGRESQL -> {}
            case VALKEY -> bringUp();
        }
    }

    private static Ranking ranking(String program, Ties ties) {
        return new Ranking(new Book(program, "stars", false), Period.ALL_TIME, ties, null);
    }

    private static void compare(
            Standings standings,
            Ranking ranking,
            List<Standing> expected,
            Race race,
            Random random) {
        int size = expected.size();
        assertThat(standings.page(ranking, null, 500)).isEqualTo(expected);
        int from = random.nextInt(size);
        assertThat(standings.pageFrom(ranking, from + 1L, 7))
                .isEqualTo(expected.subList(from, Math.min(size, from + 7)));
        assertThat(standings.pageFrom(ranking, size + 1L, 7)).isEmpty();
        Standing last = expected.get(random.nextInt(size));
        int behind = expected.indexOf(last) + 1;
        assertThat(standings.page(ranking, Place.of(last), 5))
                .isEqualTo(expected.subList(behind, Math.min(size, behind + 5)));
        Place nobodys = new Place(last.score(), last.reachedAt(), last.member() + "!");
        assertThat(standings.page(ranking, nobodys, 5))
                .isEqualTo(expected.subList(behind, Math.min(size, behind + 5)));
        for (int i = 0; i < 5; i++) {
            int index = random.nextInt(size);
            Standing own = expected.get(index);
            assertThat(standings.of(ranking, own.member())).contains(own);
            assertThat(standings.around(ranking, own.member(), 3))
                    .contains(
                            new Vicinity(
                                    own,
                                    expected.subList(
                                            Math.max(0, index - 3), Math.min(size, index + 4)),
                                    size));
        }
        assertThat(standings.of(ranking, "nobody")).isEmpty();
        List<String> friends = Stream.generate(race::someone).limit(9).distinct().toList();
        assertThat(standings.among(ranking, friends))
                .isEqualTo(
                        Race.ranked(
                                ranking.ties(),
                                expected.stream()
                                        .filter(each -> friends.contains(each.member()))
                                        .toList()));
        assertThat(standings.among(ranking, List.of())).isEmpty();
    }
}
