package dev.laurel.scoring.ledger.stream;

import static dev.laurel.scoring.RunningScoringService.DECISIONS;
import static dev.laurel.scoring.RunningScoringService.GROUP;
import static dev.laurel.scoring.RunningScoringService.LEDGER;
import static dev.laurel.scoring.RunningScoringService.decide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.ledger.LedgerEntry;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.RunningScoringService;
import dev.laurel.testinfra.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LedgerFailuresIT {

    /**
     * Takes the batch in, commits it, and dies before the offsets are committed: three times. Not
     * annotated, or the service would find it in every test.
     */
    static class DyingAfterCommit {

        @Bean
        static BeanPostProcessor dyingAfterCommit() {
            AtomicInteger deaths = new AtomicInteger();
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("decisions") ? dying(bean, deaths) : bean;
                }
            };
        }

        @SuppressWarnings("unchecked") // the bean's type is known
        private static Consumer<List<ConsumerRecord<byte[], byte[]>>> dying(
                Object bean, AtomicInteger deaths) {
            var booking = (Consumer<List<ConsumerRecord<byte[], byte[]>>>) bean;
            return records -> {
                booking.accept(records);
                if (deaths.incrementAndGet() <= 3) {
                    throw new TransientDataAccessResourceException("Died after the commit.");
                }
            };
        }
    }

    private static long sum(RunningScoringService service, String program) {
        return service.number(
                "SELECT coalesce(sum(balance), 0)::bigint FROM member_account WHERE program = '%s'"
                        .formatted(program));
    }

    @Test
    void booksOnceWhenItDiesBetweenTheCommitAndTheOffsets() throws Exception {
        // Given
        Deciding club = new Deciding("dying-club");
        try (RunningScoringService service = RunningScoringService.start(DyingAfterCommit.class)) {
            // When
            decide(
                    club.decided("ann", "e1", club.points("a", 30)),
                    club.decided("ann", "e2", club.points("b", 4)));
            service.bean(OutboxRelay.class).awaitRelayed(Duration.ofSeconds(30));

            // Then
            assertThat(sum(service, "dying-club")).isEqualTo(34);
            assertThat(LEDGER.values("dying-club/ann"))
                    .extracting(LedgerEntry::sequence)
                    .containsExactly(1L, 2L);
            assertThat(DECISIONS.deadLetters("dying-club/ann")).isEmpty();
        }
    }

    @Test
    void booksOnceWhenTheWholeTopicIsReadAgain() throws Exception {
        // Given
        Deciding club = new Deciding("rewound-club");
        try (RunningScoringService service = RunningScoringService.start()) {
            Decision[] decisions = new Decision[50];
            for (int i = 0; i < decisions.length; i++) {
                decisions[i] = club.decided("m" + i % 5, "e" + i, club.points("p" + i, 10));
            }
            decide(decisions);
            service.bean(OutboxRelay.class).awaitRelayed(Duration.ofSeconds(30));

            // When
            service.stop();
            GROUP.rewind();
            service.startAgain();
            GROUP.awaitCaughtUp();
            service.bean(OutboxRelay.class).awaitRelayed(Duration.ofSeconds(30));

            // Then
            assertThat(sum(service, "rewound-club")).isEqualTo(500);
            assertThat(LEDGER.values("rewound-club/m1")).hasSize(10);
            assertThat(service.number("SELECT count(*) FROM discrepancy")).isZero();
        }
    }

    @Test
    void waitsForADatabaseThatIsAway() {
        // Given
        Deciding club = new Deciding("outage-club");
        try (RunningScoringService service = RunningScoringService.start()) {
            decide(club.decided("ann", "e1", club.points("a", 1)));
            String name =
                    service.jdbc().sql("SELECT current_database()").query(String.class).single();
            JdbcClient elsewhere = elsewhere();

            // When
            elsewhere.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false").update();
            elsewhere
                    .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?")
                    .param(name)
                    .query()
                    .listOfRows();
            DECISIONS.send(
                    DECISIONS.raw(
                            club.key("ann"), club.decided("ann", "e2", club.points("b", 10))));
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> DECISIONS.deadLetters("outage-club/ann").isEmpty());
            elsewhere.sql("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true").update();

            // Then
            GROUP.awaitCaughtUp();
            assertThat(sum(service, "outage-club")).isEqualTo(11);
            assertThat(DECISIONS.deadLetters("outage-club/ann")).isEmpty();
        }
    }

    private static JdbcClient elsewhere() {
        TestDatabase database = TestDatabase.create();
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.username(), database.password()));
    }
}
