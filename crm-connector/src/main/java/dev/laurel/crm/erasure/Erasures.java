package dev.laurel.crm.erasure;

import dev.laurel.crm.profiles.Member;
import java.util.Collection;
import java.util.List;

/** Members who were erased. All of it may be said again and changes nothing then. */
public interface Erasures {

    /** Remembers for ever that these are to be cleared, and notes it for all connections. */
    void add(Collection<Member> members);

    /** Of those that were not told to be cleared yet, some that are. */
    List<Member> cleared(int limit);

    /** These were told to be cleared. */
    void told(Collection<Member> members);
}
