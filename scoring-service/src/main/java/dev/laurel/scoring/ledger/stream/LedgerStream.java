package dev.laurel.scoring.ledger.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntakes;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.scoring.budgets.BudgetNews;
import dev.laurel.scoring.ledger.FollowedJournal;
import dev.laurel.scoring.ledger.Follower;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.MetricFollower;
import dev.laurel.scoring.ledger.jdbc.JdbcJournal;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#DECISIONS}. Out: {@link Topics#LEDGER}. */
@Configuration(proxyBeanMethods = false)
class LedgerStream {

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> decisions(
            TopicIntakes intakes, Journal journal, MetricFollower follower, Clock clock) {
        return intakes.of(
                Topics.DECISIONS,
                PointsDecision.class,
                new LedgerProjection(journal, follower, clock));
    }

    @Bean
    Journal journal(
            DataSource dataSource,
            Programs programs,
            Outbox outbox,
            RecordCodec codec,
            BudgetNews budgets,
            List<Follower> followers) {
        Journal announced =
                new AnnouncedJournal(
                        new JdbcJournal(dataSource, programs::zone),
                        outbox,
                        new LedgerRecords(codec),
                        budgets);
        return new FollowedJournal(announced, followers);
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka, Traces traces) {
        return new OutboxRelay(
                "scoring-service", dataSource, kafka.buildProducerProperties(), traces);
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
