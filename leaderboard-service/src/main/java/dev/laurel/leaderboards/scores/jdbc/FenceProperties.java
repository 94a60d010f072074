package dev.laurel.leaderboards.scores.jdbc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ranks are counted.
 *
 * @param fenceLength about how many places are counted one by one for a rank; the others are
 *     counted by fences
 * @param sectionLength about how many fences are summed up one by one for a rank; the others are
 *     summed up by sections
 */
@ConfigurationProperties("laurel.boards")
record FenceProperties(
        @DefaultValue("256") int fenceLength, @DefaultValue("64") int sectionLength) {

    FenceProperties {
        requireLength("fence-length", fenceLength);
        requireLength("section-length", sectionLength);
    }

    private static void requireLength(String name, int length) {
        if (length < 2) {
            throw new IllegalArgumentException(
                    "Expected laurel.boards.%s of at least 2, but it was %d."
                            .formatted(name, length));
        }
    }
}
