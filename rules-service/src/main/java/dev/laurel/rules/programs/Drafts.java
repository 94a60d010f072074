package dev.laurel.rules.programs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The drafts of all programs, at most one for each. */
public interface Drafts {

    Optional<Draft> find(String program);

    /**
     * Replaces the draft while nobody else can change it.
     *
     * @param change gives the new document for the present draft; when it throws, nothing changes
     * @throws java.util.NoSuchElementException when there is no such program
     */
    Draft change(String program, Function<Optional<Draft>, Map<String, Object>> change);
}
