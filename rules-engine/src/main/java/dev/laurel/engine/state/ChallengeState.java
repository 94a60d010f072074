package dev.laurel.engine.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands with a challenge that they have completed at least once.
 *
 * @param completed whether it is complete now
 * @param times how often it has been completed
 * @param given points per wallet that the present completion gave, empty when there is none
 * @param badge the badge that the present completion gave
 */
public record ChallengeState(
        boolean completed, int times, Map<String, Long> given, @Nullable String badge) {

    public static final ChallengeState NEVER = new ChallengeState(false, 0, Map.of(), null);

    public ChallengeState {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
    }
}
