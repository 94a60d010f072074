package dev.laurel.gateway.intake;

import dev.laurel.contracts.programs.EventShapes;
import java.util.Optional;

/**
 * The event shapes of every published program.
 *
 * <p>A version is known a moment after its publish was answered. Whoever is about to refuse an
 * event because of its program calls {@link #catchUp()} and looks again, so that an event sent
 * right after a publish is never refused by the version before.
 */
interface Programs {

    /** The shapes of the newest version known, or nothing when none is known. */
    Optional<EventShapes> find(String program);

    /**
     * Waits until every version is known whose publish was answered before this call.
     *
     * @return whether that was so in time; otherwise nobody can say what is right
     */
    boolean catchUp();
}
