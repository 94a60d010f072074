package dev.laurel.engine.leaderboards;

import dev.laurel.engine.events.Event;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A prize that a member has won, as the event says that tells of it. It is what the board gave when
 * it was sealed, whatever the program says by the time of the decision.
 *
 * @param leaderboard the board's id
 * @param points points by wallet, each at least 1
 * @param badge the badge's id, {@code null} for none
 */
public record Won(String leaderboard, Map<String, Long> points, @Nullable String badge) {

    /** The type of events that tell of prizes; no program can declare it. */
    public static final String TYPE = "laurel.prize";

    /** Who tells of them. */
    public static final String SOURCE = "/laurel/leaderboard-service";

    public Won {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /** Whether an event tells of a prize. */
    public static boolean isTold(Event event) {
        return event.type().equals(TYPE) && event.source().equals(SOURCE);
    }

    /** What an event tells, {@code null} when that is no prize. */
    public static @Nullable Won of(Event event) {
        if (!(event.data().get("leaderboard") instanceof String leaderboard)
                || !(event.data().get("points") instanceof Map<?, ?> given)) {
            return null;
        }
        Map<String, Long> points = new LinkedHashMap<>();
        for (Map.Entry<?, ?> each : given.entrySet()) {
            boolean whole = each.getValue() instanceof Integer || each.getValue() instanceof Long;
            if (!whole || ((Number) each.getValue()).longValue() < 1) {
                return null;
            }
            points.put(String.valueOf(each.getKey()), ((Number) each.getValue()).longValue());
        }
        return new Won(
                leaderboard,
                points,
                event.data().get("badge") instanceof String badge ? badge : null);
    }
}
