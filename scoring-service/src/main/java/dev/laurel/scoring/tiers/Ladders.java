package dev.laurel.scoring.tiers;

import dev.laurel.tiers.Ladder;
import java.util.Optional;

/** The tiers of programs. */
@FunctionalInterface
public interface Ladders {

    /** Those of the program's version in force; nothing when it has none or is not known. */
    Optional<Ladder> find(String program);
}
