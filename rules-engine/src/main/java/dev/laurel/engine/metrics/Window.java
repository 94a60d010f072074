package dev.laurel.engine.metrics;

import dev.laurel.engine.periods.Days;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a challenge wants a metric to be measured.
 *
 * @param challenge the challenge's id
 * @param open the days on which events count for it
 * @param scopes the cells that its steps look at
 * @param byTeam whether an event counts for the team that the member was in
 * @param repeat what numbers {@link Scope#OCCURRENCE} cells, {@code null} without such
 */
public record Window(
        String challenge, Days open, Set<Scope> scopes, boolean byTeam, @Nullable Period repeat) {

    public Window {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Adds the cells that an event counts in.
     *
     * @param counts whether an event of the member counts for a challenge
     */
    void keys(String metric, Moment moment, Predicate<String> counts, List<MetricKey> into) {
        String team = moment.team();
        if (byTeam && team == null) {
            return;
        }
        boolean within = open.contains(moment.date()) && counts.test(challenge);
        for (Scope scope : scopes) {
            if (scope == Scope.AFTER ? open.haveEndedBy(moment.date()) : within) {
                MetricKey key = new MetricKey(metric, scope, challenge, index(scope, moment));
                into.add(byTeam ? key.in(Objects.requireNonNull(team)) : key);
            }
        }
    }

    private long index(Scope scope, Moment moment) {
        Period period = scope == Scope.OCCURRENCE ? repeat : scope.period();
        if (period != null) {
            return period.indexOf(moment.date());
        }
        return scope == Scope.MOMENT ? moment.time().toEpochMilli() : 0;
    }
}
