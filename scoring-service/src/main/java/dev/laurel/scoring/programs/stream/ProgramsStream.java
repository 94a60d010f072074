package dev.laurel.scoring.programs.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** In: {@link Topics#PROGRAMS}. */
@Configuration(proxyBeanMethods = false)
class ProgramsStream {

    @Bean(initMethod = "start")
    @DependsOn("topicsOfThePlatform")
    ProgramFeed programFeed(KafkaProperties kafka, RecordCodec codec) {
        Map<String, Object> config = kafka.buildConsumerProperties();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "scoring-service-programs");
        return new ProgramFeed(config, codec);
    }

    @Bean
    PublishedPrograms programs(ProgramFeed feed) {
        return new PublishedPrograms(feed);
    }
}
