package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came in of every contact. */
public interface Arrivals {

    /**
     * What was last taken in of a contact.
     *
     * @param digest of what it said
     */
    record Before(String member, String digest) {}

    /** The members that these contacts are linked to, by contact. */
    Map<String, String> linked(ConnectionId connection, Collection<String> contacts);

    /** What was last taken in of these contacts. */
    Map<String, Before> before(ConnectionId connection, Collection<String> contacts);

    /** The contacts that these members' attributes come from, by member. */
    Map<String, String> contactsOf(ConnectionId connection, Collection<String> members);

    /** Those of these purchases that events were made of. */
    Set<String> posted(ConnectionId connection, Collection<String> purchases);

    /** Books what became of it, all or nothing. */
    void settle(ConnectionId connection, List<Arrival> arrivals, Instant now);

    /** Has looked at again what lacked a member, of contacts that have got one since. */
    void lookAtNewlyKnown(ConnectionId connection, Instant now);

    /**
     * The same of all contacts that have a member, which costs as much as is set aside: for what
     * {@link #lookAtNewlyKnown} missed because it was set aside in the same moment.
     */
    void lookAtKnown(ConnectionId connection, Instant now);

    /**
     * Has everything looked at again, but for requests to be forgotten.
     *
     * @return how many contacts are read again
     */
    int lookAtAll(ConnectionId connection, Instant now);

    /** Purchases that are to be looked at again, of which some may wait for the next time. */
    List<Aside> again(ConnectionId connection, int limit);

    /**
     * A purchase that is set aside.
     *
     * @param contact {@code ""} for none
     */
    record Aside(String id, String contact) {}

    /** These purchases were looked at; those that are still set aside stay so. */
    void looked(ConnectionId connection, Collection<String> purchases);

    /**
     * Takes note that somebody saw to it.
     *
     * @return whether it was set aside
     */
    boolean dismiss(ConnectionId connection, Arrival.Subject subject, String id);

    /** Forgets whose contacts were that have been gone since before that time. */
    void forgetFormer(Instant before);

    /**
     * Nothing is to be taken in any more: then nothing is in the way, and nobody to be looked at.
     */
    void stop(ConnectionId connection);

    /**
     * Says why nothing can be taken in, {@code ""} when it can. Where nothing is to be taken in any
     * more, as whoever was about to had not noticed yet, nothing is in the way.
     */
    void trouble(ConnectionId connection, String reason, Instant now);
}
