package dev.laurel.cloudevents;

import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.PublicationMark;

/** What a record of the events topic turned out to be. */
public sealed interface Decoded {

    /** An event of a member. */
    record DecodedEvent(Event event) implements Decoded {}

    /** A program version is in force from here on. */
    record DecodedMark(PublicationMark mark) implements Decoded {}

    /**
     * Nothing that the platform can use.
     *
     * @param reason why: a sentence for the dead letters
     */
    record Malformed(String reason) implements Decoded {}
}
