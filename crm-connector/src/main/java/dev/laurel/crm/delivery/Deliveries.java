package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be delivered, and what was. */
public interface Deliveries {

    /**
     * Members that are due, the longest waiting first; none while the connection is paused, which
     * is asked in the same moment: once a pause is answered nothing is begun any more.
     *
     * @param except those that are under way
     */
    List<Due> due(
            ConnectionId connection, Lane lane, Instant now, Collection<String> except, int limit);

    /**
     * Members that are due and never failed, to go along where there is room.
     *
     * @param linked whether only those that no contact has to be looked for
     */
    List<Due> along(
            ConnectionId connection,
            Lane lane,
            boolean linked,
            Instant now,
            Collection<String> except,
            int limit);

    /** Whether nothing is to be begun, also for a connection that is not there any more. */
    boolean isPaused(ConnectionId connection);

    /** The links of those that have or had one. */
    Map<String, Link> links(ConnectionId connection, Collection<String> members);

    /**
     * Remembers whose contact is whose, of members who are due: who is not any more was settled by
     * another courier, and may have been erased by then.
     *
     * @param contacts by member
     * @return the members that have it now: a contact that is another's already is not given away
     */
    Set<String> link(ConnectionId connection, Map<String, String> contacts);

    /**
     * Notes that contacts are about to be made for members, so that whoever comes after a crash
     * looks for them.
     *
     * @return those for whom it may be done: members who are due and have no contact, nor had one
     */
    Set<String> beginMaking(ConnectionId connection, Collection<String> members, Instant now);

    /** The members that these contacts are linked to, by contact. */
    Map<String, String> holders(ConnectionId connection, Collection<String> contacts);

    /**
     * Has everything sent of linked members, urgently: what somebody else wrote into their contacts
     * is overwritten. What is under way for them does not count as that.
     */
    void overwrite(ConnectionId connection, Collection<String> members, Instant now);

    /** Notes that something is about to be sent to linked members. */
    void doubt(ConnectionId connection, Collection<String> members, Instant now);

    /** Books how deliveries ended, all of them or none. */
    void settle(ConnectionId connection, List<Settlement> settlements, Instant now);

    /**
     * Counts a call before it is made, so that none is forgotten.
     *
     * @param weight for how many it counts
     * @param window within which the calls of late are to be known
     * @return the day's calls with it
     */
    long countCall(
            ConnectionId connection, LocalDate day, Duration window, int weight, Instant now);

    /** The day's calls so far. */
    long calls(ConnectionId connection, LocalDate day);

    /** The calls within a window before the latest one. */
    Recent recent(ConnectionId connection, Duration window);

    /** Makes all members of the program due, the first time that this is called. */
    void fill(ConnectionId connection, Instant now);

    /** Makes members due whose contacts it is time to look for again. */
    void lookAgain(ConnectionId connection, Instant now);

    /**
     * Makes all members of the program due.
     *
     * @param whole whether everything is to be sent again, known or not
     * @return how many
     */
    long markAll(ConnectionId connection, boolean whole, Instant now);
}
