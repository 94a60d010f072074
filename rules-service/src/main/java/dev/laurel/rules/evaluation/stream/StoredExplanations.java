package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Result;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.DecisionRecords;
import dev.laurel.rules.evaluation.EngineEvents;
import dev.laurel.rules.evaluation.Explanations;
import dev.laurel.rules.evaluation.Explanations.Explanation.Explained;
import dev.laurel.rules.evaluation.Explanations.Explanation.KeptElsewhere;
import dev.laurel.rules.evaluation.Explanations.Explanation.Misshapen;
import dev.laurel.rules.evaluation.Explanations.Explanation.Unavailable;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Unusable;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.TeamPeers;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Asks the same engine with the same state as the topology, and keeps nothing of what it says. */
final class StoredExplanations implements Explanations {

    private final ProgramsInForce programs;
    private final QueriedStores stores;
    private final TeamQuestions teams;
    private final TeamPeers peers;

    /**
     * @param teams teams that this instance keeps
     * @param peers instances that keep others
     */
    StoredExplanations(
            ProgramsInForce programs, QueriedStores stores, TeamQuestions teams, TeamPeers peers) {
        this.programs = programs;
        this.stores = stores;
        this.teams = teams;
        this.peers = peers;
    }

    @Override
    public Explanation explain(Event event, int version) {
        try {
            programs.await(event.program(), version);
            return switch (programs.find(event.program())) {
                case Unusable(String reason) -> new Unavailable(reason);
                case Usable(ProgramInForce program) -> explain(event, program);
            };
        } catch (ProgramsUnavailable behind) {
            return new Unavailable(String.valueOf(behind.getMessage()));
        } catch (InvalidStateStoreException notHere) {
            return elsewhere(new MemberKey(event.program(), event.subject()));
        }
    }

    private Explanation elsewhere(MemberKey subject) {
        return stores.keeper(subject)
                .<Explanation>map(KeptElsewhere::new)
                .orElseGet(() ->
                        new Unavailable(
                                "Expected an instance that keeps the state of member '%s', but at the moment none does: it is being restored or moved."
                                        .formatted(subject.member())));
    }

    private Explanation explain(Event event, ProgramInForce program) {
        List<ShapeProblem> problems = program.shapes().problems(event.type(), event.data());
        if (!problems.isEmpty()) {
            return new Misshapen(problems);
        }
        MemberKey subject = new MemberKey(event.program(), event.subject());
        String key = subject.toString();
        MemberReading reading = stores.reading(subject);
        Result result =
                Engine.decide(
                        program.program(),
                        reading.member(subject, program.program()),
                        reading.state(key),
                        reading.memory(key),
                        EngineEvents.of(event));
        return new Explained(
                DecisionRecords.of(result.decision(), program),
                new TreeSet<>(result.otherBeneficiaries()),
                forTeams(event.program(), program, result));
    }

    private List<ForTeam> forTeams(String id, ProgramInForce program, Result result) {
        List<ForTeam> forTeams = new ArrayList<>();
        MemberState member = result.state();
        for (TeamContribution contribution : result.contributions()) {
            List<Decision> decisions = new ArrayList<>();
            String unknown = null;
            switch (ask(id, program.version(), contribution)) {
                case Told(List<TeamNews> all) -> {
                    for (TeamNews news : all) {
                        Result settled = Engine.settle(program.program(), member, news);
                        member = settled.state();
                        decisions.add(DecisionRecords.of(settled.decision(), program));
                    }
                }
                case Unknown(String reason) -> unknown = reason;
                case TeamQuestions.Reply.KeptElsewhere(URI instance) ->
                        unknown =
                                "Expected %s to keep the state of team '%s', as another instance said, but it does not."
                                        .formatted(instance, contribution.team());
            }
            // Of a challenge that is no more a team is told nothing.
            if (!decisions.isEmpty() || unknown != null) {
                forTeams.add(new ForTeam(contribution.team(), decisions, unknown));
            }
        }
        return forTeams;
    }

    /** At most one other instance is asked. */
    private TeamQuestions.Reply ask(String program, int version, TeamContribution contribution) {
        TeamQuestions.Reply here = teams.ask(program, version, contribution);
        return here instanceof TeamQuestions.Reply.KeptElsewhere(URI instance)
                ? peers.ask(instance, program, version, contribution)
                : here;
    }
}
