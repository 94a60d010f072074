package dev.laurel.leaderboards.measures.jdbc;

import dev.laurel.leaderboards.measures.Reading.BadgeChange;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The badges of one member, by the effects that issued them, and how they change in a batch. */
final class HeldBadges {

    private static final Comparator<Map.Entry<UUID, Held>> LATEST =
            Comparator.comparing((Map.Entry<UUID, Held> each) -> each.getValue().day())
                    .thenComparing(each -> each.getKey().toString(), Comparator.reverseOrder());

    private final Map<UUID, Held> before;
    private final Map<UUID, Held> now;

    /**
     * A badge.
     *
     * @param day of the event that brought it, in the program's zone
     */
    record Held(String badge, LocalDate day) {}

    HeldBadges(Map<UUID, Held> before) {
        this.before = Map.copyOf(before);
        this.now = new HashMap<>(before);
    }

    /**
     * Issues a badge, or takes the latest of those badges, of which there are several only where
     * there is one for each object.
     *
     * @return the day whose badges that concerns, {@code null} where there is none to take
     */
    @Nullable LocalDate apply(BadgeChange change) {
        if (change.issued()) {
            now.putIfAbsent(change.effect(), new Held(change.badge(), change.day()));
            return change.day();
        }
        Map.Entry<UUID, Held> latest =
                now.entrySet().stream()
                        .filter(each -> each.getValue().badge().equals(change.badge()))
                        .max(LATEST)
                        .orElse(null);
        if (latest == null) {
            return null;
        }
        LocalDate day = latest.getValue().day();
        now.remove(latest.getKey());
        return day;
    }

    /** How many are held that came on a day. */
    long on(LocalDate day) {
        return now.values().stream().filter(each -> each.day().equals(day)).count();
    }

    /** Those that were not there before. */
    Map<UUID, Held> come() {
        return without(now, before);
    }

    /** Those that were there before and are not any more. */
    Map<UUID, Held> gone() {
        return without(before, now);
    }

    private static Map<UUID, Held> without(Map<UUID, Held> these, Map<UUID, Held> those) {
        Map<UUID, Held> left = new HashMap<>(these);
        left.keySet().removeAll(those.keySet());
        return Collections.unmodifiableMap(left);
    }
}
