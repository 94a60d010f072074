package dev.laurel.rules.programs;

import java.util.List;

/** What became of a request to publish. */
public sealed interface Publication {

    /**
     * It is a new version.
     *
     * @param revising what it does to members' progress
     * @param inForce whether events accepted from now on are decided by it; else once the broker is
     *     back
     */
    record Published(ProgramVersion version, Revising revising, boolean inForce)
            implements Publication {}

    /**
     * The content is that of the live version already.
     *
     * @param inForce see {@link Published}
     */
    record Unchanged(ProgramVersion version, boolean inForce) implements Publication {}

    /** The document has problems. */
    record Refused(Findings findings) implements Publication {}

    /**
     * What was chosen for members' progress makes no sense.
     *
     * @param problems with pointers into the choices
     */
    record Misjudged(List<Finding> problems) implements Publication {}

    /** There is nothing to publish: no draft, or no such version to restore. */
    record Nothing() implements Publication {}
}
