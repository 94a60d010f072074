package dev.laurel.badges.catalogue;

import java.util.Optional;

/** The catalogues of all programs, as their latest versions have them. */
public interface Catalogues {

    /** The catalogue of a program, empty when no version of it was ever published. */
    Optional<Catalogue> of(String program);
}
