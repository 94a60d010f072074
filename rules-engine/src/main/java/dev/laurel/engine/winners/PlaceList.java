package dev.laurel.engine.winners;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was first to complete one occurrence of a challenge, as the host keeps it: a head, a ticket
 * for each member who ever came to it, and an order of those who wait. So a list of many members
 * costs no more per event than one of few.
 */
public interface PlaceList {

    /** {@link Head#EMPTY} of a list to which nobody came yet. */
    Head head();

    /** A member's ticket, {@code null} for who never came. */
    @Nullable Ticket ticket(String member);

    /**
     * Members whose ticket is {@link Ticket.Status#WAITING}, by the numbers of their tickets.
     *
     * @param most how many at most
     */
    List<String> waiting(int most);

    /**
     * What is kept of a list as a whole.
     *
     * @param next the number of the next ticket, from 1; a ticket without a number has 0
     * @param taken how many places are held
     */
    record Head(long next, int taken) {

        public static final Head EMPTY = new Head(1, 0);
    }
}
