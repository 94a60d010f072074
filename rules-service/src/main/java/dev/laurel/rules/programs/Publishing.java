package dev.laurel.rules.programs;

/** Makes versions, one at a time for each program. */
public interface Publishing {

    /** Makes a version of the draft. */
    Publication publish(String program);

    /** Makes a version with the content of an older one, which becomes the draft, too. */
    Publication restore(String program, int version);
}
