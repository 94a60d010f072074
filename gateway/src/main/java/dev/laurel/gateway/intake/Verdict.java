package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.EventReading.Accepted;
import java.util.List;

/** What is to become of the events of one request. */
sealed interface Verdict {

    /**
     * The program is known.
     *
     * @param admitted events to store, in the order of the request
     * @param rejected the others
     */
    record Sorted(List<Accepted> admitted, List<RejectedEvent> rejected) implements Verdict {
        public Sorted {
            admitted = List.copyOf(admitted);
            rejected = List.copyOf(rejected);
        }
    }

    /** No version of the program was ever published. */
    record UnknownProgram() implements Verdict {}

    /** Something would be refused, but by a program that may be out of date. */
    record Undecidable() implements Verdict {}
}
