package dev.laurel.leaderboards.prizes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prize that a member has won.
 *
 * @param number counts prizes of all boards, with gaps
 * @param member the member
 * @param rank the member's place on the sealed board
 * @param score the member's score there
 * @param points points by wallet
 * @param badge the badge's id, {@code null} for none
 * @param event the id of the event that tells of it, the same whenever the same board is sealed for
 *     the same period
 */
public record Won(
        long number,
        String member,
        long rank,
        long score,
        Map<String, Long> points,
        @Nullable String badge,
        UUID event) {

    public Won {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }
}
