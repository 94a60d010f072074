package dev.laurel.engine.state;

/**
 * Names one occurrence of a challenge.
 *
 * @param challenge the challenge's id, or what {@link #name} gives for where a member's team stands
 * @param occurrence which period of a challenge that repeats with the calendar, else 0
 */
public record ChallengeKey(String challenge, long occurrence) {

    /** Between a challenge and a team; ids of challenges have no such sign. */
    static final char TEAM = '/';

    /** What a member's state calls the challenge as one of a team. */
    static String name(String challenge, String team) {
        return challenge + TEAM + team;
    }

    /** The same occurrence as the member knows it of a team. */
    public ChallengeKey in(String team) {
        return new ChallengeKey(name(challenge, team), occurrence);
    }
}
