package dev.laurel.engine.state;

import dev.laurel.engine.state.MetricKey.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept about one member of one program. Immutable; cells at zero are left out, so that a
 * contribution taken back leaves no mark.
 *
 * @param metrics what has been measured
 * @param limits what has been asked for and given within limits, in periods that imports or
 *     reversals may still reach back to
 * @param challenges challenges that have ever been completed
 * @param badges badges that have ever been held
 * @param wallets wallets that have a start or a floor
 * @param streaks streaks that have ever been active
 * @param liveSince the first day, in UTC, of an event that was not imported; {@code null} while
 *     there has been none
 * @param silences since when there has been no activity, by the type of the event that tells of it
 * @param version the version of the program that last changed it, 0 for one that was never
 *     published
 */
public record MemberState(
        Map<MetricKey, MetricCell> metrics,
        Map<LimitKey, LimitCell> limits,
        Map<ChallengeKey, ChallengeState> challenges,
        Map<String, BadgeState> badges,
        Map<String, WalletState> wallets,
        Map<String, StreakState> streaks,
        @Nullable LocalDate liveSince,
        Map<String, SilenceState> silences,
        int version)
        implements MetricCells {

    /** A member about whom nothing is known yet. */
    public static final MemberState EMPTY =
            new MemberState(
                    Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), null, Map.of(), 0);

    @Override
    public @Nullable MetricCell metric(MetricKey key) {
        return metrics.get(key);
    }

    @Override
    public SortedMap<Long, MetricCell> series(String metric, Scope scope, String challenge) {
        return MetricCells.series(metrics, metric, scope, challenge);
    }
}
