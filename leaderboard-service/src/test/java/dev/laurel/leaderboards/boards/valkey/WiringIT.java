package dev.laurel.leaderboards.boards.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.leaderboards.boards.Ranking;
import dev.laurel.leaderboards.boards.Standings;
import dev.laurel.leaderboards.boards.Ties;
import dev.laurel.leaderboards.scores.Book;
import dev.laurel.leaderboards.scores.Period;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the service takes Valkey into use. */
class WiringIT extends CopiedBoards {

    private static final String URL = "laurel.boards.valkey.url=";

    @ParameterizedTest
    @ValueSource(strings = {"unrelated=1", URL})
    void withoutAnAddressPostgresqlAnswers(String property) {
        runner().withPropertyValues(property)
                .run(context ->
                        assertThat(context)
                                .hasSingleBean(Standings.class)
                                .doesNotHaveBean(Feed.class));
    }

    @Test
    void withAnAddressBoardsThatAreLargeEnoughAreCopiedAndRead() {
        // Given
        publish("wired", "UTC", List.of(Map.of("id", "ever", "of", "stars")));
        Race race = new Race("wired", 40, new Random(51));
        count(race.postings(80));

        runner().withPropertyValues(
                        URL + TestValkey.url(),
                        "laurel.boards.valkey.prefix=wired",
                        "laurel.boards.valkey.trust=60s",
                        "laurel.boards.valkey.from=2")
                .run(context -> {
                    // When
                    context.getBean(CopyWatch.class).rebuild();
                    context.getBean(CopyWatch.class).feed();

                    // Then
                    Ranking ranking =
                            new Ranking(
                                    new Book("wired", "stars", false),
                                    Period.ALL_TIME,
                                    Ties.SHARED,
                                    null);
                    assertThat(context.getBean(Trust.class).find(ranking))
                            .hasValueSatisfying(
                                    copy -> assertThat(copy.prefix()).isEqualTo("wired"));
                    assertThat(context.getBean(Standings.class))
                            .isInstanceOf(CopiedStandings.class)
                            .satisfies(it ->
                                    assertThat(it.pageFrom(ranking, 1, 500))
                                            .isEqualTo(race.standings(Ties.SHARED)));
                });
    }

    @Test
    void hasDefaults() {
        runner().withPropertyValues(URL + TestValkey.url())
                .run(context ->
                        assertThat(context.getBean(ValkeyProperties.class))
                                .isEqualTo(
                                        new ValkeyProperties(
                                                TestValkey.url(),
                                                "laurel",
                                                10_000,
                                                Duration.ofSeconds(3),
                                                Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "laurel.boards.valkey.url=valkey",
                "laurel.boards.valkey.trust=0s",
                "laurel.boards.valkey.patience=-1s"
            })
    void refusesWhatCannotBe(String property) {
        runner().withPropertyValues(URL + TestValkey.url(), property)
                .run(context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageStartingWith("Expected laurel.boards.valkey with "));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(ValkeyConfiguration.class)
                .withBean(JdbcClient.class, () -> jdbc)
                .withBean(DataSource.class, () -> source, bean -> bean.setDestroyMethodName(""))
                .withBean(PlatformTransactionManager.class, () -> transactions)
                .withBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions))
                .withBean(ProgramLocks.class, () -> locks)
                .withBean("jdbcStandings", Standings.class, () -> database);
    }
}
