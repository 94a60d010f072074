package dev.laurel.badges.awards.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntakes;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.tracing.Traces;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#DECISIONS}. Out: {@link Topics#BADGES}. */
@Configuration(proxyBeanMethods = false)
class AwardsStream {

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> decisions(
            TopicIntakes intakes, DecisionProjection projection) {
        return intakes.of(Topics.DECISIONS, BadgeDecision.class, projection);
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka, Traces traces) {
        return new OutboxRelay(
                "badge-service", dataSource, kafka.buildProducerProperties(), traces);
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
