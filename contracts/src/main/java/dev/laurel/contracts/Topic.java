package dev.laurel.contracts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka topic: everything that its producers, its consumers and the operator have to agree on.
 *
 * @param name the topic's name
 * @param key what its records are keyed by
 * @param value the type of its values, written as JSON (for {@link Topics#EVENTS} the CloudEvents
 *     binary mode: attributes as headers, the data as the value)
 * @param cleanup how old records go
 * @param retention how long records are kept, {@code null} for a compacted topic
 * @param owner the service that writes it; nobody else does
 * @param alsoWrittenBy other writers that the architecture names
 */
public record Topic<V>(
        String name,
        Key key,
        Class<V> value,
        Cleanup cleanup,
        @Nullable Duration retention,
        String owner,
        Set<String> alsoWrittenBy) {

    /** What a topic is keyed by. */
    public enum Key {
        /** {@code program/member}, see {@link MemberKey}. */
        MEMBER,
        /** The program's id. */
        PROGRAM,
        /** Whatever the record had on the topic that it failed on. */
        AS_SOURCE
    }

    /** How old records go. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    public Topic {
        alsoWrittenBy = Set.copyOf(alsoWrittenBy);
        if ((cleanup == Cleanup.COMPACT) != (retention == null)) {
            throw new IllegalArgumentException(
                    "Expected a retention exactly for topics that are not compacted, but %s has %s and %s."
                            .formatted(name, cleanup, retention));
        }
    }

    /** Where records of this topic go that one service could not read: {@code <name>.dlq}. */
    public String deadLetters() {
        return name + ".dlq";
    }
}
