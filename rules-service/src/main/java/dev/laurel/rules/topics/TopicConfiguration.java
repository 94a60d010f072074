package dev.laurel.rules.topics;

import dev.laurel.contracts.Topics;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Topics first, then the program feed, which reads one of them, and the outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class TopicConfiguration {

    private static final String NAME = "rules-service";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ProvisionedTopics provisionedTopics(KafkaProperties kafka, TopicProperties topics) {
        new TopicProvisioner(
                        kafka.buildAdminProperties(), topics.partitions(), topics.replication())
                .ensure(List.of(Topics.EVENTS, Topics.PROGRAMS, Topics.DECISIONS));
        return new ProvisionedTopics();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ProgramFeed programFeed(KafkaProperties kafka, ProvisionedTopics topics) {
        Map<String, Object> consumer = kafka.buildConsumerProperties();
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, NAME + "-program-feed");
        return new ProgramFeed(consumer, new RecordCodec());
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka) {
        return new OutboxRelay(NAME, dataSource, kafka.buildProducerProperties());
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
