package dev.laurel.crm.programs;

import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** In: {@code laurel.programs}. */
@Configuration(proxyBeanMethods = false)
class ProgramFeedConfiguration {

    @Bean(initMethod = "start")
    @DependsOn("topicsOfThePlatform")
    ProgramFeed programFeed(KafkaProperties kafka, RecordCodec codec) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "crm-connector-programs");
        return new ProgramFeed(config, codec);
    }
}
