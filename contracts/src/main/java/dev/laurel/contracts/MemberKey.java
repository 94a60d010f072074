package dev.laurel.contracts;

import java.util.regex.Pattern;

/**
 * Key of every member topic: {@code program/member}. All of them share key, partitioner and
 * partition count, so a member's whole life is on one partition number.
 *
 * @param program the program's id, see {@link #PROGRAM_PATTERN}
 * @param member the member id that the shop chose: 1 to {@value #MAX_MEMBER_LENGTH} characters, no
 *     control characters
 */
public record MemberKey(String program, String member) {

    /**
     * A program id: lower-case letters, digits and hyphens, at most 64, beginning with a letter.
     */
    public static final String PROGRAM_PATTERN = "[a-z][a-z0-9-]{0,63}";

    public static final int MAX_MEMBER_LENGTH = 200;

    private static final Pattern PROGRAM = Pattern.compile(PROGRAM_PATTERN);

    public MemberKey {
        if (!isProgram(program)) {
            throw new IllegalArgumentException(
                    "Expected a program id of the form %s, but it was '%s'."
                            .formatted(PROGRAM_PATTERN, program));
        }
        if (!isMember(member)) {
            throw new IllegalArgumentException(
                    "Expected a member id of 1 to %d characters without control characters, but it was '%s'."
                            .formatted(MAX_MEMBER_LENGTH, member));
        }
    }

    /** Whether a text can be a program id. */
    public static boolean isProgram(String program) {
        return PROGRAM.matcher(program).matches();
    }

    /** Whether a text can be a member id. */
    public static boolean isMember(String member) {
        return !member.isBlank()
                && member.length() <= MAX_MEMBER_LENGTH
                && member.chars().noneMatch(Character::isISOControl);
    }

    /**
     * Reads the form written by {@link #toString()}.
     *
     * @throws IllegalArgumentException when the text is not {@code program/member}
     */
    public static MemberKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException(
                    "Expected a key of the form program/member, but it was '%s'.".formatted(text));
        }
        return new MemberKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return program + "/" + member;
    }
}
