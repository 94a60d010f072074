package dev.laurel.leaderboards.scores.jdbc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ranks are counted.
 *
 * @param fenceLength about how many places are counted one by one for a rank; the others are
 *     counted by fences
 */
@ConfigurationProperties("laurel.boards")
record FenceProperties(@DefaultValue("512") int fenceLength) {

    FenceProperties {
        if (fenceLength < 2) {
            throw new IllegalArgumentException(
                    "Expected laurel.boards.fence-length of at least 2, but it was %d."
                            .formatted(fenceLength));
        }
    }
}
