package dev.laurel.engine;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.winners.PlaceClaim;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an event does to one beneficiary.
 *
 * @param state the beneficiary's state after it, the very same instance when nothing changed
 * @param decision everything that it did and did not do
 * @param traces what the host has to remember for this beneficiary, replacing earlier traces of the
 *     same events
 * @param otherBeneficiaries members that the event concerns besides its subject: the host calls
 *     {@link Engine#decide} for each of them with their own state. Only the subject's own result
 *     has any
 * @param contributions what the event did for teams: the host calls {@link Engine#contribute} for
 *     each
 * @param claims what is asked of the lists of who was first: the host calls {@link Engine#place}
 *     for each
 * @param reversals reversals and activations of the event that had come before it: the host hands
 *     them on with the event, see {@link Engine#decide(Program, Member, MemberState, EventMemory,
 *     Event, List)}
 */
public record Result(
        MemberState state,
        Decision decision,
        List<Remembered> traces,
        Set<String> otherBeneficiaries,
        List<TeamContribution> contributions,
        List<PlaceClaim> claims,
        List<Event> reversals) {

    /**
     * A trace to store.
     *
     * @param event what it is stored under, besides program and member
     * @param trace what to store
     */
    public record Remembered(EventKey event, EventTrace trace) {}

    /** What only changes the beneficiary. */
    static Result of(MemberState state, Decision decision) {
        return new Result(state, decision, List.of(), Set.of(), List.of(), List.of(), List.of());
    }

    public Result {
        traces = List.copyOf(traces);
        contributions = List.copyOf(contributions);
        claims = List.copyOf(claims);
        reversals = List.copyOf(reversals);
        otherBeneficiaries = Collections.unmodifiableSet(new LinkedHashSet<>(otherBeneficiaries));
    }
}
