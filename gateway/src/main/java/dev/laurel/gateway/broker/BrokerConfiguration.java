package dev.laurel.gateway.broker;

import dev.laurel.contracts.Topics;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    /** The feed of published programs, read to its end before the first request is answered. */
    @Bean
    ProgramFeed programFeed(BrokerProperties broker, TopicsProperties topics) {
        new TopicProvisioner(
                        broker.client("laurel-gateway-topics"),
                        topics.partitions(),
                        topics.replication())
                .ensure(List.of(Topics.EVENTS, Topics.PROGRAMS));
        ProgramFeed feed =
                new ProgramFeed(broker.client("laurel-gateway-programs"), new RecordCodec());
        feed.start();
        return feed;
    }

    /**
     * Writes events. An answer waits for the linger and one round trip to the broker; batches of
     * many events fill up at once.
     */
    @Bean
    Producer<byte[], byte[]> eventProducer(BrokerProperties broker) {
        Map<String, Object> config = broker.client("laurel-gateway-events");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(Duration.ofSeconds(5)));
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(Duration.ofSeconds(10)));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(Duration.ofSeconds(15)));
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    Admin brokerAdmin(BrokerProperties broker) {
        Map<String, Object> config = broker.client("laurel-gateway-status");
        config.put("default.api.timeout.ms", millis(Duration.ofSeconds(5)));
        config.put("request.timeout.ms", millis(Duration.ofSeconds(3)));
        return Admin.create(config);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
