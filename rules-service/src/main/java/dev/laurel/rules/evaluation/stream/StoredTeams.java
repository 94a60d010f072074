package dev.laurel.rules.evaluation.stream;

import dev.laurel.engine.Engine;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.teams.Contributors;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds to teams as the topology does, and keeps nothing of it. */
final class StoredTeams implements TeamQuestions {

    private static final Logger log = LoggerFactory.getLogger(StoredTeams.class);

    /** The others are told as well when completions come or go, which nobody asks for here. */
    private static final Contributors NO_OTHERS =
            new Contributors() {
                @Override
                public boolean has(ChallengeKey challenge, String member) {
                    return true;
                }

                @Override
                public Collection<String> of(ChallengeKey challenge) {
                    return List.of();
                }
            };

    private final ProgramsInForce programs;
    private final TeamStates states;

    StoredTeams(ProgramsInForce programs, TeamStates states) {
        this.programs = programs;
        this.states = states;
    }

    @Override
    public Reply ask(String program, int version, TeamContribution contribution) {
        String team = program + "/" + contribution.team();
        try {
            programs.await(program, version);
            return switch (programs.find(program)) {
                case Unusable(String reason) -> new Unknown(reason);
                case Usable(ProgramInForce inForce) -> told(inForce, team, contribution);
            };
        } catch (ProgramsUnavailable behind) {
            return new Unknown(String.valueOf(behind.getMessage()));
        } catch (InvalidStateStoreException notHere) {
            return states.keeperOfTeam(team)
                    .<Reply>map(KeptElsewhere::new)
                    .orElseGet(() ->
                            new Unknown(
                                    "Expected an instance that keeps the state of team '%s', but at the moment none does: it is being restored or moved."
                                            .formatted(contribution.team())));
        } catch (RuntimeException bug) {
            log.error("A contribution to team {} could not be tried.", team, bug);
            return new Unknown(
                    "Expected to add to team '%s', but the engine failed: %s"
                            .formatted(contribution.team(), bug));
        }
    }

    private Reply told(ProgramInForce inForce, String team, TeamContribution contribution) {
        try {
            List<TeamNews> news =
                    Engine.contribute(
                                    inForce.program(), states.ofTeam(team), NO_OTHERS, contribution)
                            .news();
            return new Told(news);
        } catch (ArithmeticException overflow) {
            return new Unknown(
                    "Expected what team '%s' has done to fit 64 bits, but it does not."
                            .formatted(contribution.team()));
        }
    }
}
