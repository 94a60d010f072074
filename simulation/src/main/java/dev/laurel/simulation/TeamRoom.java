package dev.laurel.simulation;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Program;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.Contributors;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.teams.TeamResult;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One team as a host keeps it. */
final class TeamRoom implements Contributors {

    private final Map<ChallengeKey, Set<String>> contributors = new HashMap<>();
    private MemberState state = MemberState.EMPTY;

    /** Adds what a member did; gives what members are to be told. */
    List<TeamNews> add(Program program, TeamContribution contribution) {
        TeamResult result = Engine.contribute(program, state, this, contribution);
        state = result.state();
        result.joined()
                .forEach(joined ->
                        contributors
                                .computeIfAbsent(joined.challenge(), key -> new TreeSet<>())
                                .add(joined.member()));
        return result.news();
    }

    @Override
    public boolean has(ChallengeKey challenge, String member) {
        return contributors.getOrDefault(challenge, Set.of()).contains(member);
    }

    @Override
    public Collection<String> of(ChallengeKey challenge) {
        return contributors.getOrDefault(challenge, Set.of());
    }
}
