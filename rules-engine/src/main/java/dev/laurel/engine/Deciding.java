package dev.laurel.engine;

import dev.laurel.engine.ProgramIndex.Reactions;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.ids.EffectIds;
import dev.laurel.engine.leaderboards.Won;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.traces.EventTrace;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** One event for one beneficiary: whether it counts, and if so what it does. */
final class Deciding {

    private final Program program;
    private final Member beneficiary;
    private final MemberState state;
    private final EventMemory memory;
    private final Event event;
    private final List<Event> reversals;
    private final LocalDate date;
    private final EffectIds ids;

    Deciding(
            Program program,
            Member beneficiary,
            MemberState state,
            EventMemory memory,
            Event event,
            List<Event> reversals) {
        this.program = program;
        this.state = state;
        this.memory = new Forgetful(memory, event);
        this.event = event;
        this.reversals = reversals;
        this.beneficiary = beneficiary;
        this.date = LocalDate.ofInstant(event.time(), program.zone());
        this.ids = new EffectIds(program.id(), beneficiary.id());
    }

    Result decide() {
        return switch (memory.find(event.key())) {
            case EventTrace.Seen _, EventTrace.Counted _, EventTrace.Undone _ -> duplicate();
            case EventTrace.Awaited awaited -> decide(awaited.reversals());
            case null -> decide(List.of());
        };
    }

    private Result decide(List<Event> awaiting) {
        if (Won.isTold(event)) {
            return new Prizegiving(program, beneficiary, state, event, date, ids).result();
        }
        if (isTooLate()) {
            return tooLate();
        }
        LocalDate liveSince = state.liveSince();
        if (event.imported()
                && liveSince != null
                && program.retention().isForgotten(event.time(), event.recordedTime(), liveSince)) {
            return forgotten(liveSince);
        }
        return effect(Reversals.inOrder(reversals, awaiting));
    }

    private Result forgotten(LocalDate liveSince) {
        return nothing(
                Outcome.TOO_LATE,
                "Expected an import from before %s or of the last %d days, as others may be duplicates that are no longer known, but it happened at %s."
                        .formatted(liveSince, program.retention().duplicates(), event.time()));
    }

    private boolean isTooLate() {
        return !event.imported()
                && Duration.between(event.time(), event.recordedTime())
                                .compareTo(program.lateness())
                        > 0;
    }

    private Result duplicate() {
        return nothing(
                Outcome.DUPLICATE,
                "Expected a new event, but '%s' of %s has been here before."
                        .formatted(event.id(), event.source()));
    }

    /** Not remembered as seen, so that the same event counts when it is imported later. */
    private Result tooLate() {
        return nothing(
                Outcome.TOO_LATE,
                "Expected an event within %s, but it happened at %s and was recorded at %s."
                        .formatted(program.lateness(), event.time(), event.recordedTime()));
    }

    private Result nothing(Outcome outcome, String reason) {
        Decision decision =
                new Decision(
                        ids.decision(event.key()),
                        program.id(),
                        beneficiary.id(),
                        event,
                        date,
                        outcome,
                        reason,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return Result.of(state, decision);
    }

    private Result effect(List<Event> ahead) {
        Reactions reactions = program.index().on(event.type());
        if (reactions == null) {
            return nothing(
                    Outcome.DECIDED,
                    "Expected an event type of the program, but '%s' is none."
                            .formatted(event.type()));
        }
        return new Effect(program, reactions, beneficiary, state, memory, event, date, ids, ahead)
                .result();
    }
}
