package dev.laurel.contracts.events;

import dev.laurel.contracts.MemberKey;

/**
 * Says, on every partition of the events topic, that a program version is in force: an event behind
 * it is decided by that version or a later one. Written as a CloudEvent of type {@value #TYPE}
 * whose record key is the bare program id (events have {@code program/member}).
 *
 * @param program the program
 * @param version the version that was published
 */
public record PublicationMark(String program, int version) {

    public static final String TYPE = "dev.laurel.program.published.v1";
    public static final String SOURCE = "/laurel/rules-service";

    public PublicationMark {
        if (!program.matches(MemberKey.PROGRAM_PATTERN)) {
            throw new IllegalArgumentException(
                    "Expected a program id of the form %s, but it was '%s'."
                            .formatted(MemberKey.PROGRAM_PATTERN, program));
        }
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Expected a version of at least 1, but it was %d.".formatted(version));
        }
    }
}
