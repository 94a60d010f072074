package dev.laurel.badges.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogues of all programs, as their latest versions have them. */
public interface Catalogues {

    /**
     * The catalogue of a program, empty when no version of it was ever published.
     *
     * @param languages that the reader understands, as in {@code Accept-Language}; texts are in the
     *     best of them, else in the program's first language
     */
    Optional<Catalogue> of(String program, @Nullable String languages);

    /** The catalogue in the program's first language, without badges when there is none. */
    default Catalogue known(String program) {
        return known(program, null);
    }

    /** Like {@link #of}, without badges when there is none. */
    default Catalogue known(String program, @Nullable String languages) {
        return of(program, languages).orElseGet(() -> new Catalogue(program, List.of()));
    }
}
