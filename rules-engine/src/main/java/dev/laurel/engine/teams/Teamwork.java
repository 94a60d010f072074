package dev.laurel.engine.teams;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.teams.TeamContribution.Part;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what one event of a member does for teams. */
public final class Teamwork {

    private final Map<String, List<Part>> byTeam = new TreeMap<>();

    /** The event contributed something. */
    public void add(Contribution contribution) {
        add(contribution.cells(), contribution.amount(), false);
    }

    /** So much of a contribution goes, from the team that it was for. */
    public void takeBack(Contribution contribution, MetricCell lost) {
        add(contribution.cells(), lost, true);
    }

    private void add(List<MetricKey> cells, MetricCell amount, boolean takenBack) {
        for (MetricKey cell : cells) {
            String team = cell.team();
            if (team != null) {
                byTeam.computeIfAbsent(team, t -> new ArrayList<>())
                        .add(new Part(cell.ofTeam(), amount, takenBack));
            }
        }
    }

    /** All of it, once for each team. */
    public List<TeamContribution> contributions(String member, Event event) {
        if (byTeam.isEmpty()) {
            return List.of();
        }
        Event bare = event.withoutData();
        List<TeamContribution> contributions = new ArrayList<>();
        byTeam.forEach((team, parts) ->
                contributions.add(new TeamContribution(team, member, bare, parts)));
        return contributions;
    }
}
