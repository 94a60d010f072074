package dev.laurel.crm.profiles;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** All profiles. */
public interface Profiles {

    /**
     * Takes in news that were not taken in before, within the caller's transaction. Holds the
     * profiles' rows until it ends.
     *
     * @param news in the order of their marks per member
     */
    <T> void tell(Part<T> part, List<News<T>> news);

    /**
     * Ends streaks whose time is over, within the caller's transaction. Holds the profiles' rows
     * until it ends, and waits for nobody.
     *
     * @param limit of how many members, at most
     * @return those members
     */
    SortedSet<Member> endStreaks(Instant now, int limit);

    Optional<Profile> find(Member member);

    /** Of those members of a program the ones that have a profile, by id. */
    Map<String, Profile> find(String program, Collection<String> members);

    /**
     * Profiles of a program in the order of the members' ids.
     *
     * @param behind id of the last member of the page before, empty for the first page
     */
    List<Profile> page(String program, String behind, int limit);

    long count(String program);
}
