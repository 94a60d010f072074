package dev.laurel.engine.winners;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;

/**
 * Whether a member is among the first to complete a challenge, told to that member.
 *
 * @param member who is told
 * @param challenge the challenge, and which occurrence of it
 * @param nth which completion of the member's it is about
 * @param places how many places there are
 * @param won whether the member has one of them
 * @param event the news as an event, at the time of the event that asked for the place, or that
 *     made it free
 */
public record PlaceNews(
        String member, ChallengeKey challenge, int nth, int places, boolean won, Event event) {

    /** The type of such events. */
    public static final String TYPE = "laurel.place";
}
