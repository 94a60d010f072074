package dev.laurel.crm.profiles;

import java.util.Comparator;

/**
 * A member of a program.
 *
 * @param program the program
 * @param id the member's id, which the shop chose
 */
public record Member(String program, String id) implements Comparable<Member> {

    private static final Comparator<Member> ORDER =
            Comparator.comparing(Member::program).thenComparing(Member::id);

    @Override
    public int compareTo(Member other) {
        return ORDER.compare(this, other);
    }
}
