package dev.laurel.scoring.programs;

import java.util.Optional;

/** The programs of this installation. */
@FunctionalInterface
public interface Programs {

    /** What the program's version in force says; nothing if none was ever published. */
    Optional<Terms> find(String program);
}
