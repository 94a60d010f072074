package dev.laurel.rules.programs;

import java.util.Map;

/** Makes versions, one at a time for each program. */
public interface Publishing {

    /**
     * Makes a version of the draft.
     *
     * @param choices what becomes of progress, see {@link Revising#of}
     */
    Publication publish(String program, Map<String, String> choices);

    /**
     * Makes a version with the content of an older one, which becomes the draft, too.
     *
     * @param choices what becomes of progress, see {@link Revising#of}
     */
    Publication restore(String program, int version, Map<String, String> choices);
}
