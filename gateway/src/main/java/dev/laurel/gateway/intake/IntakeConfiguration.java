package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.programfeed.ProgramFeed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    HttpEvents httpEvents(IntakeProperties properties) {
        return new HttpEvents(
                new IntakeLimits(
                        properties.maxEvents(), Math.toIntExact(properties.maxData().toBytes())));
    }

    @Bean
    KafkaEvents kafkaEvents() {
        return new KafkaEvents();
    }

    @Bean
    Admission admission(ProgramFeed feed, IntakeProperties properties) {
        return new Admission(new PublishedPrograms(feed, properties.catchUp()));
    }

    @Bean
    EventLog eventLog(Producer<byte[], byte[]> producer, IntakeProperties properties) {
        return new EventLog(producer, properties.storing());
    }

    @Bean
    EventCounts eventCounts(MeterRegistry meters) {
        return new EventCounts(meters);
    }
}
