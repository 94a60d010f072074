package dev.laurel.rules.programs;

/** What became of a request to publish. */
public sealed interface Publication {

    /**
     * It is a new version.
     *
     * @param inForce whether events accepted from now on are decided by it; else once the broker is
     *     back
     */
    record Published(ProgramVersion version, boolean inForce) implements Publication {}

    /**
     * The content is that of the live version already.
     *
     * @param inForce see {@link Published}
     */
    record Unchanged(ProgramVersion version, boolean inForce) implements Publication {}

    /** The document has problems. */
    record Refused(Findings findings) implements Publication {}

    /** There is nothing to publish: no draft, or no such version to restore. */
    record Nothing() implements Publication {}
}
