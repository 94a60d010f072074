package dev.laurel.engine.teams;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import java.util.List;

/**
 * What one event of a member adds to what a team has done, or takes from it. The member's own state
 * has seen to it that it counts once.
 *
 * @param team the team that the member was in when it happened
 * @param member whose contribution it is
 * @param event what happened, a reversal where that takes something back; without its data
 * @param parts what goes into which cell of the team, in this order
 */
public record TeamContribution(String team, String member, Event event, List<Part> parts) {

    /**
     * What goes into one cell of the team, or out of it.
     *
     * @param cell the cell
     * @param amount how much
     * @param takenBack whether it goes out
     */
    public record Part(MetricKey cell, MetricCell amount, boolean takenBack) {}

    public TeamContribution {
        parts = List.copyOf(parts);
    }
}
