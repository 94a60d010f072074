package dev.laurel.badges.awards;

import java.util.Comparator;

/**
 * A member as somebody who has badges.
 *
 * @param program the program
 * @param member the member's id, which the shop chose
 */
public record Holder(String program, String member) implements Comparable<Holder> {

    private static final Comparator<Holder> ORDER =
            Comparator.comparing(Holder::program).thenComparing(Holder::member);

    @Override
    public int compareTo(Holder other) {
        return ORDER.compare(this, other);
    }
}
