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

    /**
     * Has looked at again what was set aside of contacts that have a member now: contacts at once,
     * and purchases by the next import.
     *
     * @param all whether everything else too
     * @return of how many contacts
     */
    int lookAgain(ConnectionId connection, boolean all, Instant now);

    /** Says why nothing can be taken in, {@code ""} when it can. */
    void trouble(ConnectionId connection, String reason, Instant now);
}
