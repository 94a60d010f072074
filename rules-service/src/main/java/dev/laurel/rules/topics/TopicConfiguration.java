package dev.laurel.rules.topics;

import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The program feed, which finds its topic there, and the outbox. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    private static final String NAME = "rules-service";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOn("topicsOfThePlatform")
    ProgramFeed programFeed(KafkaProperties kafka, RecordCodec codec) {
        Map<String, Object> consumer = kafka.buildConsumerProperties();
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, NAME + "-program-feed");
        return new ProgramFeed(consumer, codec);
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka, Traces traces) {
        return new OutboxRelay(NAME, dataSource, kafka.buildProducerProperties(), traces);
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
