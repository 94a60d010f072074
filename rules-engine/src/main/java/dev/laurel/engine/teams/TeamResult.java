package dev.laurel.engine.teams;

import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MemberState;
import java.util.List;

/**
 * What a contribution does to a team.
 *
 * @param state the team's state after it
 * @param joined contributors that are new: the host adds them
 * @param news what members are to be told, one after the other; whoever contributed always is
 */
public record TeamResult(MemberState state, List<Joined> joined, List<TeamNews> news) {

    /**
     * Somebody contributed for the first time.
     *
     * @param challenge to which occurrence of which challenge
     * @param member who did
     */
    public record Joined(ChallengeKey challenge, String member) {}

    public TeamResult {
        joined = List.copyOf(joined);
        news = List.copyOf(news);
    }
}
