package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.PublicationMark;
import java.util.List;

/** What a record asks for. */
sealed interface Reading {

    /**
     * To decide an event for a member.
     *
     * @param event the event
     * @param beneficiary the member
     * @param sinceVersion the version that it is to be decided by, or a later one; 0 for any
     * @param reversals reversals of it that its subject had before
     */
    record ToDecide(
            Event event,
            String beneficiary,
            int sinceVersion,
            List<dev.laurel.engine.events.Event> reversals)
            implements Reading {}

    /** To go on only when a program version is known. */
    record ToAwait(PublicationMark mark) implements Reading {}

    /** Nothing that makes sense. */
    record Unreadable(String reason) implements Reading {}
}
