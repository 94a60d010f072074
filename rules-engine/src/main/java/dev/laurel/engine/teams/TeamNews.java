package dev.laurel.engine.teams;

import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;
import java.util.List;

/**
 * Where a team stands with a challenge now, told to one of those who contributed.
 *
 * @param team the team
 * @param member who is told
 * @param challenge the challenge, and which occurrence of it
 * @param steps what the team has done of each step
 * @param standing how many completions of the team stand
 * @param revision how often the team's progress has changed: the greater one is the later one
 * @param latest whether the team has no progress in any later occurrence
 * @param event the news as an event, at the time of the contribution that changed the progress; its
 *     subject is whose contribution that was
 */
public record TeamNews(
        String team,
        String member,
        ChallengeKey challenge,
        List<StepProgress> steps,
        int standing,
        int revision,
        boolean latest,
        Event event) {

    /** The type of such events. */
    public static final String TYPE = "laurel.team-progress";

    public TeamNews {
        steps = List.copyOf(steps);
    }
}
