package dev.laurel.rules.programs;

import java.util.Optional;

/** All programs. */
public interface Programs {

    Optional<Program> find(String program);

    /**
     * Creates a program or gives it another name.
     *
     * @return whether it was created
     */
    boolean put(String program, String name);
}
