package dev.laurel.crm.profiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a streak of a member stands.
 *
 * @param length how many periods it has now, 0 when it has ended
 * @param longest the most that it ever had
 * @param endsAt when it ends if there is no activity before, {@code null} when it has ended
 */
public record StreakState(int length, int longest, @Nullable Instant endsAt) {

    /** Of a member who never had any activity that counts. */
    public static final StreakState NONE = new StreakState(0, 0, null);
}
