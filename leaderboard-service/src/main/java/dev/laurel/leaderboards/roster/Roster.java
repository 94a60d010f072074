package dev.laurel.leaderboards.roster;

import java.util.Collection;
import java.util.Set;

/** Who is on which board. */
public interface Roster {

    /**
     * Takes in what is new of members, within the caller's transaction: who is to be hidden leaves
     * all boards, who comes back has their place again, and who belongs to another audience now
     * moves there. Sealed boards stay as they are. Idempotent, and in any order: what is older than
     * what is known changes nothing.
     */
    void enter(Collection<Entrant> entrants);

    /** Those of some members who are not to be seen, now. */
    Set<String> hidden(String program, Collection<String> members);
}
