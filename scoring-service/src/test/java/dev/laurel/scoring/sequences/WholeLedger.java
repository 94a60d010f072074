package dev.laurel.scoring.sequences;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.exchanges.Bureau;
import dev.laurel.scoring.jobs.schedule.NightWatch;
import dev.laurel.scoring.ledger.FollowedJournal;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import dev.laurel.scoring.ledger.jobs.DueTerms;
import dev.laurel.scoring.programs.ProgramZones;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
import dev.laurel.scoring.spending.Holds;
import dev.laurel.scoring.spending.Till;
import dev.laurel.scoring.spending.jobs.TimeOuts;
import dev.laurel.scoring.tiers.Ladders;
import dev.laurel.scoring.tiers.TierKeeper;
import dev.laurel.scoring.tiers.Tiers;
import dev.laurel.testinfra.MutableClock;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Level;
import dev.laurel.tiers.Measure;
import dev.laurel.tiers.Window;
import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The ledger with its stores, jobs and tiers as the service has them, run by hand. */
final class WholeLedger implements AutoCloseable {

    static final String PROGRAM = "whole-club";
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    final LedgerDatabase database = LedgerDatabase.create();
    final MutableClock clock;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    WholeLedger(MutableClock clock) {
        this.clock = clock;
        context.registerBean(DataSource.class, database::dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.register(Parts.class);
        context.refresh();
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** Without an annotation that the service's own scan would find. */
    @Import({DueTerms.class, TimeOuts.class, NightWatch.class})
    @ComponentScan({
        "dev.laurel.scoring.reports.jdbc",
        "dev.laurel.scoring.spending.jdbc",
        "dev.laurel.scoring.ledger.jdbc",
        "dev.laurel.scoring.tiers.jdbc",
        "dev.laurel.scoring.tiers.jobs",
        "dev.laurel.scoring.integrity.jdbc",
        "dev.laurel.scoring.integrity.jobs",
        "dev.laurel.scoring.jobs.jdbc"
    })
    static class Parts {

        private static final Ladder LADDER =
                new Ladder(
                        new Measure.Wallet("stars"),
                        new Window.Rolling(Period.ofDays(20)),
                        List.of(
                                new Level("bronze", 0, Map.of()),
                                new Level("silver", 80, Map.of("sparks", 10L)),
                                new Level("gold", 200, Map.of("sparks", 25L))),
                        true,
                        Period.ofDays(5),
                        3,
                        ZONE,
                        "1");

        @Bean
        JdbcClient client(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTemplate template(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        Programs programs() {
            Terms terms =
                    new Terms(
                            ZONE,
                            new TreeSet<>(List.of("miles", "sparks", "stars")),
                            List.of(),
                            List.of(),
                            new TreeSet<>());
            return _ -> Optional.of(terms);
        }

        @Bean
        ProgramZones zones() {
            return () -> Map.of(PROGRAM, ZONE);
        }

        @Bean
        Ladders ladders() {
            return _ -> Optional.of(LADDER);
        }

        @Bean
        TierKeeper keeper(Ladders ladders, Tiers tiers) {
            return new TierKeeper(ladders, tiers, _ -> {});
        }

        @Bean
        Journal journal(DataSource database, TierKeeper keeper) {
            return new FollowedJournal(new JdbcJournal(database, _ -> ZONE), List.of(keeper));
        }

        @Bean
        Till till(Journal journal, Holds holds, Programs programs) {
            return new Till(journal, holds, programs);
        }

        @Bean
        Bureau bureau(Journal journal, Programs programs) {
            return new Bureau(journal, programs);
        }
    }
}
