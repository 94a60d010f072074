package dev.laurel.engine.winners;

/**
 * Where one member stands on a list of who was first.
 *
 * @param nth which completion of the member's it is about
 * @param number the order in which members came to the list, 0 for who was never on it
 * @param status whether they have a place
 */
public record Ticket(int nth, long number, Status status) {

    /** Whether a member has a place. */
    public enum Status {
        /** All places were taken; the member is next when one becomes free. */
        WAITING,
        /** The member has one. */
        HELD,
        /** The member gave it up, or stopped waiting for one. */
        GONE
    }

    Ticket as(Status other) {
        return new Ticket(nth, number, other);
    }
}
