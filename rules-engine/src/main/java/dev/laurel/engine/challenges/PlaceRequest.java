package dev.laurel.engine.challenges;

import dev.laurel.engine.state.ChallengeKey;

/**
 * What a member asks of the list of those who were first to complete a challenge.
 *
 * @param challenge the challenge, and which occurrence of it
 * @param nth which completion of the member's it is about
 * @param places how many places the challenge has
 * @param givenUp whether the completion does not stand any more, {@code false} to ask for a place
 */
public record PlaceRequest(ChallengeKey challenge, int nth, int places, boolean givenUp) {}
