package dev.laurel.rules.topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about its topics.
 *
 * @param partitions partitions of every topic; the same for all services, and for ever
 * @param replication copies of every partition
 */
@ConfigurationProperties("laurel.topics")
public record TopicProperties(
        @DefaultValue("12") int partitions, @DefaultValue("1") int replication) {

    public TopicProperties {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException(
                    "Expected laurel.topics.partitions and laurel.topics.replication of at least 1, but they were %d and %d."
                            .formatted(partitions, replication));
        }
    }
}
