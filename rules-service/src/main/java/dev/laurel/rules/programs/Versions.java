package dev.laurel.rules.programs;

import java.util.List;
import java.util.Optional;

/** The published versions of all programs. */
public interface Versions {

    Optional<ProgramVersion> find(String program, int version);

    /** The version in force. */
    Optional<ProgramVersion> live(String program);

    /**
     * Versions below a number, newest first.
     *
     * @param below exclusive
     * @param limit at most so many
     */
    List<ProgramVersion> newestBelow(String program, int below, int limit);
}
