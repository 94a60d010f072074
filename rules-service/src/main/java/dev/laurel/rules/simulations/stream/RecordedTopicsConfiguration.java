package dev.laurel.rules.simulations.stream;

import dev.laurel.rules.simulations.RecordedEvents;
import dev.laurel.topics.RecordCodec;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecordedTopicsConfiguration {

    @Bean
    RecordedEvents recordedEvents(KafkaProperties kafka, RecordCodec codec) {
        return new RecordedTopics(
                new TopicReading(kafka.buildConsumerProperties(), "rules-service-simulations"),
                codec);
    }
}
