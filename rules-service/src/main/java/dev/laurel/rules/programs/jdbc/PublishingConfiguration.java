package dev.laurel.rules.programs.jdbc;

import dev.laurel.intake.TopicsProperties;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.rules.programs.DocumentCheck;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.Publishing;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

    /** How long an answer waits for the broker. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    Publishing publishing(
            PlatformTransactionManager transactions,
            ProgramLock lock,
            Drafts drafts,
            JdbcVersions versions,
            DocumentCheck check,
            TopicsProperties topics,
            Outbox outbox,
            OutboxRelay relay,
            Clock clock) {
        return new OutboxPublishing(
                new TransactionTemplate(transactions),
                lock,
                drafts,
                versions,
                check,
                new PublicationRecords(topics.partitions()),
                outbox,
                relay,
                clock,
                PATIENCE);
    }
}
