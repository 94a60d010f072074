package dev.laurel.engine.leaderboards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some places of a board get when it is sealed.
 *
 * @param first the best of the places
 * @param last the last of them
 * @param points points by wallet, each at least 1
 * @param badge the badge's id, {@code null} for none
 */
public record Prize(int first, int last, Map<String, Long> points, @Nullable String badge) {

    public Prize {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }
}
