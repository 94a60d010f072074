package dev.laurel.rules.journal;

import java.util.Optional;

/** The progress of all members. */
@FunctionalInterface
public interface Progress {

    /** Nothing when there never was a decision for the member. */
    Optional<MemberProgress> find(String program, String member);
}
