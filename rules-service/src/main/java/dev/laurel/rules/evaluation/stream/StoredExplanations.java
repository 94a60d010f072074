package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.engine.Engine;
import dev.laurel.engine.Result;
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
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Asks the same engine with the same state as the topology, and keeps nothing of what it says. */
final class StoredExplanations implements Explanations {

    private final ProgramsInForce programs;
    private final QueriedStores stores;
    private final TeamExplanations teams;

    StoredExplanations(ProgramsInForce programs, QueriedStores stores, TeamExplanations teams) {
        this.programs = programs;
        this.stores = stores;
        this.teams = teams;
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
                teams.of(event.program(), program, result));
    }
}
