package dev.laurel.intake;

import dev.laurel.contracts.Topics;
import dev.laurel.topics.DeadLetters;
import dev.laurel.topics.RecordCodec;
import dev.laurel.topics.TopicProvisioner;
import dev.laurel.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.cloud.stream.config.ListenerContainerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** Everything that the intakes of a service share. */
@AutoConfiguration
@EnableConfigurationProperties({TopicsProperties.class, KafkaProperties.class})
public class IntakeAutoConfiguration {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    @Bean
    @ConditionalOnMissingBean
    RecordCodec recordCodec() {
        return new RecordCodec();
    }

    /** Bindings start after all beans are there, so they find their topics. */
    @Bean
    InitializingBean topicsOfThePlatform(KafkaProperties kafka, TopicsProperties topics) {
        var provisioner =
                new TopicProvisioner(
                        kafka.buildAdminProperties(), topics.partitions(), topics.replication());
        return () -> provisioner.ensure(Topics.ALL);
    }

    /** Named by {@code converter-bean-name} in the service's configuration. */
    @Bean
    BatchMessageConverter unconvertedBatches() {
        return new UnconvertedBatches();
    }

    /**
     * Retries for ever, for what is not to be retried never reaches the container. With {@code
     * fixTxOffsets} the committed offset passes the markers of transactions, so that lag reaches 0.
     */
    @Bean
    ListenerContainerCustomizer<AbstractMessageListenerContainer<?, ?>> patientContainers() {
        return (container, topic, group) -> {
            var backOff = new ExponentialBackOff(FIRST_RETRY.toMillis(), 2);
            backOff.setMaxInterval(LONGEST_RETRY.toMillis());
            var errorHandler = new DefaultErrorHandler(backOff);
            errorHandler.setClassifications(Map.of(), true);
            errorHandler.setLogLevel(KafkaException.Level.DEBUG);
            errorHandler.setRetryListeners(new Outages(topic));
            container.setCommonErrorHandler(errorHandler);
            container.getContainerProperties().setFixTxOffsets(true);
        };
    }

    @Bean
    @Lazy
    Producer<byte[], byte[]> deadLetterProducer(KafkaProperties kafka, Environment environment) {
        Map<String, Object> config = kafka.buildProducerProperties();
        config.put(ProducerConfig.CLIENT_ID_CONFIG, serviceOf(environment) + "-dead-letters");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Bean
    @Lazy
    DeadLetters deadLetters(Producer<byte[], byte[]> deadLetterProducer, Environment environment) {
        return new DeadLetters(deadLetterProducer, serviceOf(environment));
    }

    @Bean
    TopicIntakes topicIntakes(
            RecordCodec codec,
            PlatformTransactionManager transactions,
            ObjectProvider<DeadLetters> deadLetters,
            MeterRegistry meters,
            Traces traces) {
        return new TopicIntakes(
                codec,
                new TransactionTemplate(transactions),
                deadLetters::getObject,
                meters,
                traces);
    }

    private static String serviceOf(Environment environment) {
        return environment.getRequiredProperty("spring.application.name");
    }
}
