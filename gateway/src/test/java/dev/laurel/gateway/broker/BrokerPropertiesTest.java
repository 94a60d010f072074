package dev.laurel.gateway.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BrokerPropertiesTest {

    @Test
    void expectsABrokerOnThisMachineByDefault() {
        assertThat(bind("spring.kafka", BrokerProperties.class, Map.of()).client("x"))
                .containsEntry("bootstrap.servers", "localhost:9092")
                .containsEntry("client.id", "x");
    }

    @Test
    void passesEveryOtherPropertyToEveryClient() {
        assertThat(
                        bind(
                                        "spring.kafka",
                                        BrokerProperties.class,
                                        Map.of(
                                                "spring.kafka.bootstrap-servers",
                                                "a:1,b:2",
                                                "spring.kafka.properties.security.protocol",
                                                "SSL"))
                                .client("x"))
                .containsEntry("bootstrap.servers", "a:1,b:2")
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void refusesToHaveNoBroker() {
        assertThatThrownBy(() ->
                        bind(
                                "spring.kafka",
                                BrokerProperties.class,
                                Map.of("spring.kafka.bootstrap-servers", "")))
                .rootCause()
                .hasMessageContaining("spring.kafka.bootstrap-servers");
    }

    @Test
    void createsTwelvePartitionsByDefault() {
        assertThat(bind("laurel.topics", TopicsProperties.class, Map.of()))
                .isEqualTo(new TopicsProperties(12, 1));
    }

    @Test
    void refusesTopicsWithoutPartitions() {
        assertThatThrownBy(() ->
                        bind(
                                "laurel.topics",
                                TopicsProperties.class,
                                Map.of("laurel.topics.partitions", "0")))
                .rootCause()
                .hasMessageContaining("at least 1 partition");
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, type);
    }
}
