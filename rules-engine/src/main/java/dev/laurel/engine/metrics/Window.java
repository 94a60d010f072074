package dev.laurel.engine.metrics;

import dev.laurel.engine.periods.Days;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a challenge wants a metric to be measured. Keys of cells that are not numbered are made once:
 * the states of all members share them. Immutable.
 */
public final class Window {

    private final String metric;
    private final String challenge;
    private final Days open;
    private final List<Scope> scopes;
    private final boolean byTeam;
    private final @Nullable Period repeat;
    private final Map<Scope, MetricKey> keys = new EnumMap<>(Scope.class);

    /**
     * @param metric the metric's id
     * @param challenge the challenge's id
     * @param open the days on which events count for it
     * @param scopes the cells that its steps look at
     * @param byTeam whether an event counts for the team that the member was in
     * @param repeat what numbers {@link Scope#OCCURRENCE} cells, {@code null} without such
     */
    public Window(
            String metric,
            String challenge,
            Days open,
            Set<Scope> scopes,
            boolean byTeam,
            @Nullable Period repeat) {
        this.metric = metric;
        this.challenge = challenge;
        this.open = open;
        this.scopes = List.copyOf(scopes);
        this.byTeam = byTeam;
        this.repeat = repeat;
        for (Scope scope : scopes) {
            if (!scope.isIndexed()) {
                keys.put(scope, new MetricKey(metric, scope, challenge, 0));
            }
        }
    }

    /**
     * Adds the cells that an event counts in.
     *
     * @param counts whether an event of the member counts for a challenge
     */
    void keys(Moment moment, Predicate<String> counts, List<MetricKey> into) {
        String team = moment.team();
        if (byTeam && team == null) {
            return;
        }
        boolean within = open.contains(moment.date()) && counts.test(challenge);
        for (Scope scope : scopes) {
            if (scope == Scope.AFTER ? open.haveEndedBy(moment.date()) : within) {
                MetricKey key = key(scope, moment);
                into.add(byTeam ? key.in(Objects.requireNonNull(team)) : key);
            }
        }
    }

    private MetricKey key(Scope scope, Moment moment) {
        MetricKey key = keys.get(scope);
        return key == null ? new MetricKey(metric, scope, challenge, index(scope, moment)) : key;
    }

    private long index(Scope scope, Moment moment) {
        Period period = scope == Scope.OCCURRENCE ? repeat : scope.period();
        if (period != null) {
            return period.indexOf(moment.date());
        }
        return scope == Scope.MOMENT ? moment.time().toEpochMilli() : 0;
    }
}
