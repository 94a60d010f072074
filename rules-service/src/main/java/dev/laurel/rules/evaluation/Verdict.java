package dev.laurel.rules.evaluation;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.engine.Engine;
import dev.laurel.engine.EventMemory;
import dev.laurel.engine.Result;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.traces.EventTraceCodec;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceNews;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision comes to, ready to be stored and sent.
 *
 * @param decision the record for the topic
 * @param state the beneficiary's new state, {@code null} when it did not change
 * @param traces what is to be remembered about events
 * @param otherBeneficiaries members whom the event concerns, too
 * @param contributions what the event did for teams
 * @param claims what is asked of the lists of who was first
 * @param reversals reversals that had come before the event and go on to those members with it
 */
// Bytes go straight from the codec to the store; nobody compares verdicts.
@SuppressWarnings("ArrayRecordComponent")
public record Verdict(
        Decision decision,
        byte @Nullable [] state,
        List<Trace> traces,
        Set<String> otherBeneficiaries,
        List<TeamContribution> contributions,
        List<PlaceClaim> claims,
        List<Event> reversals) {

    /**
     * What is to be remembered about one event.
     *
     * @param event the event
     * @param bytes its trace in stored form
     */
    @SuppressWarnings("ArrayRecordComponent") // see above
    public record Trace(EventKey event, byte[] bytes) {}

    /** Decides. Nothing is stored or sent. */
    public static Verdict of(
            ProgramInForce program,
            Member beneficiary,
            MemberState state,
            EventMemory memory,
            Event event,
            List<Event> reversals) {
        return of(
                program,
                state,
                Engine.decide(program.program(), beneficiary, state, memory, event, reversals));
    }

    /** Gives a member what the news of a list of who was first say. Nothing is stored or sent. */
    public static Verdict of(ProgramInForce program, MemberState state, PlaceNews news) {
        return of(program, state, Engine.settle(program.program(), state, news));
    }

    /** Gives a member what the news of a team say. Nothing is stored or sent. */
    public static Verdict of(ProgramInForce program, MemberState state, TeamNews news) {
        return of(program, state, Engine.settle(program.program(), state, news));
    }

    @SuppressWarnings("ReferenceEquality") // the same instance comes back when it did not change
    private static Verdict of(ProgramInForce program, MemberState state, Result result) {
        return new Verdict(
                DecisionRecords.of(result.decision(), program),
                result.state() == state ? null : MemberStateCodec.encode(result.state()),
                result.traces().stream()
                        .map(kept -> new Trace(kept.event(), EventTraceCodec.encode(kept.trace())))
                        .toList(),
                result.otherBeneficiaries(),
                result.contributions(),
                result.claims(),
                result.reversals());
    }
}
