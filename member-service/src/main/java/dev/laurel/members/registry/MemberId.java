package dev.laurel.members.registry;

import java.util.Comparator;

/**
 * A member of a program.
 *
 * @param program the program's id
 * @param member the member id that the shop chose: 1 to {@value #MAX_LENGTH} characters, not blank,
 *     no control characters
 */
public record MemberId(String program, String member) implements Comparable<MemberId> {

    public static final int MAX_LENGTH = 200;

    private static final Comparator<MemberId> ORDER =
            Comparator.comparing(MemberId::program).thenComparing(MemberId::member);

    public MemberId {
        if (!isMember(member)) {
            throw new IllegalArgumentException(
                    "Expected a member id of 1 to %d characters without control characters, but it was '%s'."
                            .formatted(MAX_LENGTH, member));
        }
    }

    /** Whether a text can be the id of a member. */
    public static boolean isMember(String member) {
        return !member.isBlank() && Texts.isPlain(member, MAX_LENGTH);
    }

    @Override
    public int compareTo(MemberId other) {
        return ORDER.compare(this, other);
    }
}
