package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.Contributors;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamFold;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.engine.teams.TeamResult;
import dev.laurel.engine.winners.PlaceClaim;
import dev.laurel.engine.winners.PlaceFold;
import dev.laurel.engine.winners.PlaceList;
import dev.laurel.engine.winners.PlaceNews;
import dev.laurel.engine.winners.PlaceResult;
import java.time.Instant;
import java.util.List;

/**
 * Decides what an event does to a member. A pure function: no clock, no randomness, no I/O but what
 * the given memory does.
 */
public final class Engine {

    private Engine() {}

    /**
     * Decides one event for one beneficiary. The host calls it for the event's subject first, and
     * then for each of {@link Result#otherBeneficiaries()} with that member's own state and memory.
     * An event of a type that the program lacks does nothing and is not remembered, so that it
     * counts when it is sent again to a program that knows it.
     *
     * @param program the program in force
     * @param beneficiary whom to decide for, the event's subject or another member
     * @param state the beneficiary's state
     * @param memory the beneficiary's events
     * @param event what happened
     */
    public static Result decide(
            Program program,
            Member beneficiary,
            MemberState state,
            EventMemory memory,
            Event event) {
        return decide(program, beneficiary, state, memory, event, List.of());
    }

    /**
     * Decides one event for a beneficiary who is not its subject.
     *
     * @param reversals what {@link Result#reversals} said when the event was decided for its
     *     subject: the beneficiary need not have heard of them
     */
    public static Result decide(
            Program program,
            Member beneficiary,
            MemberState state,
            EventMemory memory,
            Event event,
            List<Event> reversals) {
        return new Deciding(program, beneficiary, state, memory, event, reversals).decide();
    }

    /**
     * What is to be emitted about a member who has been silent. The host asks from time to time: it
     * need not do so when something becomes due, only within the program's lateness after that.
     *
     * @param program the program in force
     * @param member the member's id
     * @param state the member's state
     * @param now the time on the host's clock
     */
    public static Due due(Program program, String member, MemberState state, Instant now) {
        return Due.of(program, member, state, now);
    }

    /**
     * Adds to a team what a member did as one of it. The host calls it for each of {@link
     * Result#contributions()}, those of one member in the order in which they were decided, and
     * then {@link #settle} for each of the news.
     *
     * @param team the team's state, {@link MemberState#EMPTY} at first
     * @param contributors who has contributed to the team before
     * @throws ArithmeticException when what the team has done exceeds 64 bits
     */
    public static TeamResult contribute(
            Program program,
            MemberState team,
            Contributors contributors,
            TeamContribution contribution) {
        return TeamFold.add(program.index().teams(), team, contributors, contribution);
    }

    /**
     * Puts a member on the list of those who were first to complete a challenge, or takes one off.
     * The host calls it for each of {@link Result#claims()}, those of one member in the order in
     * which they were decided, and then {@link #settle(Program, MemberState, PlaceNews)} for each
     * of the news.
     *
     * @param program the program's id
     * @param list the list of the challenge, {@link PlaceList} says what it keeps
     */
    public static PlaceResult place(String program, PlaceList list, PlaceClaim claim) {
        return PlaceFold.apply(program, list, claim);
    }

    /** Gives a member what is due to them by the news of a list of who was first. */
    public static Result settle(Program program, MemberState state, PlaceNews news) {
        return new Placed(program, state, news).result();
    }

    /** Gives a member what is due to them by the news of a team. */
    public static Result settle(Program program, MemberState state, TeamNews news) {
        return new Told(program, state, news).result();
    }
}
