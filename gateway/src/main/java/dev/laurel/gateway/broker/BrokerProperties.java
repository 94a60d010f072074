package dev.laurel.gateway.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach the broker, by the names that Spring's own Kafka support has.
 *
 * @param bootstrapServers host:port of one broker or several
 * @param properties anything else for every Kafka client, such as {@code security.protocol}
 */
@ConfigurationProperties("spring.kafka")
record BrokerProperties(
        @DefaultValue("localhost:9092") List<String> bootstrapServers,
        @DefaultValue Map<String, String> properties) {

    BrokerProperties {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Map.copyOf(properties);
        if (bootstrapServers.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected spring.kafka.bootstrap-servers to name a broker, but it was empty.");
        }
    }

    /** Configuration of a client with that id. */
    Map<String, Object> client(String id) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put("bootstrap.servers", String.join(",", bootstrapServers));
        config.put("client.id", id);
        return config;
    }
}
