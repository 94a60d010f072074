package dev.laurel.leaderboards.scores;

import java.util.Objects;

/**
 * Of whom a board is.
 *
 * @param word how it is written where members' groups are kept, empty for everyone
 */
public record Audience(String word) {

    /** All who may be seen. */
    public static final Audience EVERYONE = new Audience("");

    public Audience {
        Objects.requireNonNull(word);
    }

    /** The members of a segment. */
    public static Audience segment(String segment) {
        return new Audience("segment:" + segment);
    }

    /** The members who are in a team now. */
    public static Audience team(String team) {
        return new Audience("team:" + team);
    }

    /** The members with a value in an attribute, such as their store or country. */
    public static Audience attribute(String attribute, String value) {
        return new Audience("attribute:" + attribute + "=" + value);
    }

    @Override
    public String toString() {
        return word;
    }
}
