package dev.laurel.contracts.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event of type {@value #TYPE} says: that the board which was sealed gives a member a
 * prize. Only events from {@value #SOURCE} are taken as such.
 *
 * @param leaderboard the board's id
 * @param period what the board calls the period that was sealed
 * @param rank the member's place
 * @param score the member's score
 * @param sha256 the hash of the sealed board
 * @param points points by wallet, each at least 1
 * @param badge the badge's id, {@code null} for none
 * @param version a version of the program that knows what is given, {@code null} if any does
 */
public record Prize(
        String leaderboard,
        String period,
        long rank,
        BigDecimal score,
        String sha256,
        Map<String, Long> points,
        @Nullable String badge,
        @Nullable Integer version) {

    public static final String TYPE = "laurel.prize";
    public static final String SOURCE = "/laurel/leaderboard-service";

    private static final String VERSION = "version";

    public Prize {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /**
     * The version that an event which tells of a prize is to be decided by, or a later one; 0 for
     * any.
     */
    public static int versionOf(Event event) {
        return isTold(event) && event.data().get(VERSION) instanceof Number version
                ? version.intValue()
                : 0;
    }

    /** Whether an event tells of a prize. */
    public static boolean isTold(Event event) {
        return event.type().equals(TYPE) && event.source().equals(SOURCE);
    }

    /**
     * The event that tells of it.
     *
     * @param id the same whenever the same prize is told of
     * @param sealedAt when the board was sealed
     */
    public Event toldTo(String member, String program, UUID id, Instant sealedAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("leaderboard", leaderboard);
        data.put("period", period);
        data.put("rank", rank);
        data.put("score", score);
        data.put("sha256", sha256);
        data.put("points", points);
        if (badge != null) {
            data.put("badge", badge);
        }
        if (version != null) {
            data.put(VERSION, version);
        }
        return new Event(
                program, SOURCE, id.toString(), TYPE, member, sealedAt, sealedAt, false, data);
    }
}
