package dev.laurel.leaderboards.boards;

import java.util.Optional;
import java.util.Set;

/** The boards of all programs, as their latest versions have them. */
public interface Boards {

    /** The boards of a program, empty when no version of it was ever published. */
    Optional<ProgramBoards> of(String program);

    /** The ids of all programs that were ever published. */
    Set<String> programs();
}
