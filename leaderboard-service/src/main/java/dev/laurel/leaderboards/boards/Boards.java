package dev.laurel.leaderboards.boards;

import java.util.Optional;

/** The boards of all programs, as their latest versions have them. */
public interface Boards {

    /** The boards of a program, empty when no version of it was ever published. */
    Optional<ProgramBoards> of(String program);
}
