package dev.laurel.engine.teams;

import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricCells;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member did as one of a team, looked up like that of the team.
 *
 * @param member the member's cells
 * @param team the team
 */
record OwnCells(MetricCells member, String team) implements MetricCells {

    @Override
    public @Nullable MetricCell metric(MetricKey key) {
        return member.metric(key.in(team));
    }

    @Override
    public SortedMap<Long, MetricCell> series(String metric, Scope scope, String challenge) {
        String own = new MetricKey(metric, scope, challenge, 0).in(team).challenge();
        return member.series(metric, scope, own);
    }
}
