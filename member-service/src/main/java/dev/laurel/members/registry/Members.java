package dev.laurel.members.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of all programs. */
public interface Members {

    /**
     * What a change came to.
     *
     * @param before what was kept
     * @param after what is kept; the same when nothing was different
     */
    record Changed(Registration before, Registration after) {}

    /**
     * One member's change among several.
     *
     * @param id the member
     * @param amendment the change
     */
    record Change(MemberId id, Amendment amendment) {}

    /** A registered member. */
    Optional<Registration> find(MemberId id);

    /** How those of the members can be reached of whom that is known, by id. */
    Map<String, Contact> contacts(String program, Collection<String> members);

    /** How those of the members want to be called who said so, by id. */
    Map<String, String> displayNames(String program, Collection<String> members);

    /** How a member's consents changed, the newest first, those before that revision and name. */
    List<ConsentChange> consentHistory(
            MemberId id, long beforeRevision, String beforeName, int limit);

    /**
     * Changes one member while nobody else does. What rules may know of it is on its way to the
     * topic when this returns, see {@link #awaitAnnounced}.
     */
    Changed change(MemberId id, Amendment amendment);

    /**
     * Changes several members at once, all of them or none; of the same one in order.
     *
     * @return what became of each member
     */
    List<Changed> changeAll(List<Change> changes);

    /**
     * Waits until all changes that were made before are on the topic, a few seconds at most.
     *
     * @return whether they are
     */
    boolean awaitAnnounced();
}
