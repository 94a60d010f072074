package dev.laurel.members.registry;

import java.util.Set;

/** The published programs, as far as members are concerned. Each asks for news before it denies. */
public interface Programs {

    /** Whether any version of the program was published. */
    boolean exists(String program);

    /** Whether the newest version of the program has that challenge. */
    boolean hasChallenge(String program, String challenge);

    /** The challenges of the newest version in its order, none for an unknown program. */
    Set<String> challenges(String program);
}
