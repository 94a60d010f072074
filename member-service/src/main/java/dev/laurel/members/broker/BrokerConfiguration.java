package dev.laurel.members.broker;

import dev.laurel.contracts.Topics;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import dev.laurel.tracing.Traces;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#PROGRAMS}. Out: {@link Topics#MEMBERS}, by way of the outbox. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicsProperties.class)
class BrokerConfiguration {

    @Bean
    RecordCodec recordCodec() {
        return new RecordCodec();
    }

    /** The feed of published programs, read to its end before the first request is answered. */
    @Bean(initMethod = "start", destroyMethod = "close")
    ProgramFeed programFeed(KafkaProperties kafka, TopicsProperties topics, RecordCodec codec) {
        new TopicProvisioner(
                        kafka.buildAdminProperties(), topics.partitions(), topics.replication())
                .ensure(List.of(Topics.PROGRAMS, Topics.MEMBERS));
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "member-service-programs");
        return new ProgramFeed(config, codec);
    }

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka, Traces traces) {
        return new OutboxRelay(
                "member-service", dataSource, kafka.buildProducerProperties(), traces);
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
