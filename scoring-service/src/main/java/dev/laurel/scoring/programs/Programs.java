package dev.laurel.scoring.programs;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The programs of this installation. */
@FunctionalInterface
public interface Programs {

    /** What the program's version in force says; nothing if none was ever published. */
    Optional<Terms> find(String program);

    /** The program's time zone; UTC if none was ever published. */
    default ZoneId zone(String program) {
        return find(program).map(Terms::zone).orElse(ZoneOffset.UTC);
    }
}
