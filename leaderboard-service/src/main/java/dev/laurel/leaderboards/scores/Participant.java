package dev.laurel.leaderboards.scores;

import java.util.Comparator;

/**
 * A member as somebody who has scores.
 *
 * @param program the program
 * @param member the member's id, which the shop chose
 */
public record Participant(String program, String member) implements Comparable<Participant> {

    private static final Comparator<Participant> ORDER =
            Comparator.comparing(Participant::program).thenComparing(Participant::member);

    @Override
    public int compareTo(Participant other) {
        return ORDER.compare(this, other);
    }
}
