package dev.laurel.members.broker;

import dev.laurel.contracts.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created that are not there yet; the same for every service of an installation.
 *
 * @param partitions partitions of every topic
 * @param replication copies of every partition
 */
@ConfigurationProperties("laurel.topics")
record TopicsProperties(
        @DefaultValue("" + Topics.DEFAULT_PARTITIONS) int partitions,
        @DefaultValue("1") int replication) {

    TopicsProperties {
        if (partitions < 1 || replication < 1) {
            throw new IllegalArgumentException(
                    "Expected laurel.topics with at least 1 partition and 1 copy, but they were %d and %d."
                            .formatted(partitions, replication));
        }
    }
}
