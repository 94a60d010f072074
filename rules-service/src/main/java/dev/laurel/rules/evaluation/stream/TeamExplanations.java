package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Result;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.DecisionRecords;
import dev.laurel.rules.evaluation.Explanations.ForTeam;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.TeamPeers;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an event would do for its subject by way of teams. Whatever is wrong with a team, the rest
 * of an explanation stands: why the team's part can't be told is logged, once a minute, as whoever
 * asks can do nothing about it. Thread-safe.
 */
final class TeamExplanations {

    private static final Logger log = LoggerFactory.getLogger(TeamExplanations.class);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final TeamQuestions teams;
    private final TeamPeers peers;
    private final InstantSource clock;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    /**
     * @param teams teams that this instance keeps
     * @param peers instances that keep others
     */
    TeamExplanations(TeamQuestions teams, TeamPeers peers, InstantSource clock) {
        this.teams = teams;
        this.peers = peers;
        this.clock = clock;
    }

    /**
     * What follows for the subject, team by team.
     *
     * @param id the program's id
     * @param result what is decided about the event
     */
    List<ForTeam> of(String id, ProgramInForce program, Result result) {
        List<ForTeam> all = new ArrayList<>();
        MemberState member = result.state();
        for (TeamContribution contribution : result.contributions()) {
            switch (following(id, program, member, contribution)) {
                case Following.Known(MemberState after, List<Decision> decisions) -> {
                    member = after;
                    // Of a challenge that is no more a team is told nothing.
                    if (!decisions.isEmpty()) {
                        all.add(new ForTeam(contribution.team(), decisions, null));
                    }
                }
                case Following.Untold(String reason) -> {
                    warn(id, contribution.team(), reason);
                    all.add(new ForTeam(contribution.team(), List.of(), reason));
                }
            }
        }
        return all;
    }

    /** What follows from a contribution for the member who makes it. */
    private sealed interface Following {

        record Known(MemberState after, List<Decision> decisions) implements Following {}

        record Untold(String reason) implements Following {}
    }

    private Following following(
            String id, ProgramInForce program, MemberState member, TeamContribution contribution) {
        try {
            return switch (ask(id, program.version(), contribution)) {
                case Told(List<TeamNews> news) -> settled(program, member, news);
                case Unknown(String reason) -> new Following.Untold(reason);
                case KeptElsewhere(URI instance) ->
                        new Following.Untold(
                                "Expected %s to keep the state of team '%s', as another instance said, but it does not."
                                        .formatted(instance, contribution.team()));
            };
        } catch (RuntimeException bug) {
            log.error("News of team {}/{} could not be told.", id, contribution.team(), bug);
            return new Following.Untold(
                    "Expected what follows from news of team '%s', but the engine failed: %s"
                            .formatted(contribution.team(), bug));
        }
    }

    private static Following settled(
            ProgramInForce program, MemberState before, List<TeamNews> all) {
        MemberState member = before;
        List<Decision> decisions = new ArrayList<>();
        for (TeamNews news : all) {
            Result settled = Engine.settle(program.program(), member, news);
            member = settled.state();
            decisions.add(DecisionRecords.of(settled.decision(), program));
        }
        return new Following.Known(member, decisions);
    }

    /** At most one other instance is asked. */
    private TeamQuestions.Reply ask(String program, int version, TeamContribution contribution) {
        TeamQuestions.Reply here = teams.ask(program, version, contribution);
        return here instanceof KeptElsewhere(URI instance)
                ? peers.ask(instance, program, version, contribution)
                : here;
    }

    private void warn(String program, String team, String reason) {
        Instant now = clock.instant();
        Instant next = nextWarning.get();
        if (!now.isBefore(next) && nextWarning.compareAndSet(next, now.plus(BETWEEN_WARNINGS))) {
            log.warn(
                    "What an event would do for team {}/{} could not be told: {}",
                    program,
                    team,
                    reason);
        }
    }
}
