package dev.laurel.rules.evaluation;

import dev.laurel.engine.teams.TeamContribution;
import java.net.URI;

/** The other instances of this service, for what they know of teams. */
@FunctionalInterface
public interface TeamPeers {

    /**
     * Asks an instance, which does not pass the question on once more.
     *
     * @param instance its address
     * @param version the version to go by, or a later one
     */
    TeamQuestions.Reply ask(
            URI instance, String program, int version, TeamContribution contribution);
}
