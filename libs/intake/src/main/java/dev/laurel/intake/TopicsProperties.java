package dev.laurel.intake;

import dev.laurel.contracts.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created that are not there yet; the same for every service of an installation.
 *
 * @param partitions partitions of every topic, at least 1; cannot change once there are members
 * @param replication copies of every partition, at least 1
 */
@ConfigurationProperties("laurel.topics")
public record TopicsProperties(
        @DefaultValue("" + Topics.DEFAULT_PARTITIONS) int partitions,
        @DefaultValue("1") int replication) {

    public TopicsProperties {
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Expected laurel.topics.partitions to be at least 1, but it was %d."
                            .formatted(partitions));
        }
        if (replication < 1) {
            throw new IllegalArgumentException(
                    "Expected laurel.topics.replication to be at least 1, but it was %d."
                            .formatted(replication));
        }
    }
}
