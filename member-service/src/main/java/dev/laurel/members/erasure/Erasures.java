package dev.laurel.members.erasure;

import dev.laurel.members.registry.MemberId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The erasures of all members. All of it may be asked for again and changes nothing then. */
public interface Erasures {

    /**
     * Takes away at once whatever is kept of a member, known or not, and keeps others from telling
     * anything new. Their topic forgets them.
     */
    Erasure erase(MemberId id);

    Optional<Erasure> find(MemberId id);

    /** A program's, in the order of members, those behind that one. */
    List<Erasure> of(String program, String behind, int limit);

    /** Those that the connector to the CRMs has not taken over, the oldest first. */
    List<MemberId> untaken(int limit);

    /** The connector has taken these over. */
    void taken(Collection<MemberId> ids);

    /** Nothing of these is in a CRM any more. */
    void cleared(Collection<MemberId> ids);
}
