package dev.laurel.engine.state;

/**
 * Names one occurrence of a challenge.
 *
 * @param challenge the challenge's id
 * @param occurrence which period of a challenge that repeats with the calendar, else 0
 */
public record ChallengeKey(String challenge, long occurrence) {}
