package dev.laurel.scoring.programs;

/** The programs of this installation. */
@FunctionalInterface
public interface Programs {

    /** Whether a version of the program was ever published. */
    boolean isPublished(String program);
}
