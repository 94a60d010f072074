package dev.laurel.rules.evaluation.stream;

import dev.laurel.intake.TopicsProperties;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.rules.evaluation.Explanations;
import dev.laurel.rules.evaluation.TeamPeers;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.tracing.Traces;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Binds the topology to events and members, in this order, by the name {@code evaluation}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvaluationProperties.class)
class EvaluationConfiguration {

    private static final Logger log = LoggerFactory.getLogger(EvaluationConfiguration.class);

    @Bean
    RocksMemory rocksMemory(EvaluationProperties properties) {
        return new RocksMemory(
                properties.blockCache().toBytes(), properties.writeBuffers().toBytes());
    }

    /** Named in the service's configuration. */
    @Bean
    TimestampExtractor membersFirst() {
        return new MembersFirst();
    }

    @Bean
    EvaluationHealth evaluationHealthIndicator() {
        return new EvaluationHealth();
    }

    @Bean
    FeedPrograms programsInForce(ProgramFeed feed, EvaluationProperties properties) {
        return new FeedPrograms(feed, properties.patience());
    }

    @Bean
    QueriedStores queriedStores(TopicsProperties topics, EvaluationProperties properties) {
        if (properties.advertised().isForThisMachineOnly()) {
            log.warn(
                    "Other instances are told to ask this one at {}, where each machine finds itself: with instances on several machines, explanations fail until LAUREL_ADVERTISED_HOST is the name or address at which the others reach this one.",
                    properties.advertised().endpoint().orElse(""));
        }
        return new QueriedStores(topics.partitions(), properties.advertised());
    }

    @Bean
    TeamQuestions teamQuestions(FeedPrograms programs, QueriedStores stores) {
        return new StoredTeams(programs, stores);
    }

    @Bean
    Explanations explanations(
            FeedPrograms programs,
            QueriedStores stores,
            TeamQuestions teams,
            TeamPeers peers,
            Clock clock) {
        return new StoredExplanations(programs, stores, new TeamExplanations(teams, peers, clock));
    }

    @Bean
    BiConsumer<KStream<byte[], byte[]>, KStream<byte[], byte[]>> evaluation(
            FeedPrograms programs,
            TopicsProperties topics,
            EvaluationProperties properties,
            Traces traces) {
        return new EvaluationTopology(
                        programs, topics.partitions(), properties.announceEvery(), traces)
                ::build;
    }

    /**
     * The binder takes the primary one, if there are others; Spring Boot brings one for metrics.
     */
    @Bean
    @Primary
    StreamsBuilderFactoryBeanConfigurer evaluationSettings(
            EvaluationProperties properties,
            TopicsProperties topics,
            RocksMemory memory,
            EvaluationHealth health,
            QueriedStores stores) {
        return factory -> configure(factory, properties, topics, memory, health, stores);
    }

    private static void configure(
            StreamsBuilderFactoryBean factory,
            EvaluationProperties properties,
            TopicsProperties topics,
            RocksMemory memory,
            EvaluationHealth health,
            QueriedStores stores) {
        Properties settings = Objects.requireNonNull(factory.getStreamsConfiguration());
        settings.putAll(StreamsSettings.of(properties, topics.replication(), memory));
        factory.setStreamsConfiguration(settings);
        factory.setStateListener(health);
        // Or else whoever takes over waits for the session to time out.
        factory.setLeaveGroupOnClose(true);
        // The binder sets its own handler just before the start, which would shut down.
        factory.setKafkaStreamsCustomizer(streams -> {
            streams.setUncaughtExceptionHandler(new RestartPolicy());
            stores.runBy(streams);
        });
    }
}
