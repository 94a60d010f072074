package dev.laurel.crm.erasure;

import dev.laurel.crm.profiles.Member;
import java.util.List;

/** Where members are erased. What can't be asked or told right now is asked and told again. */
public interface ErasureBook {

    /** Some of the members who were erased and are not {@link #taken} yet. */
    List<Member> untaken();

    /**
     * Says that these are remembered here.
     *
     * @return whether it was heard
     */
    boolean taken(List<Member> members);

    /**
     * Says that nothing of these is left in any CRM.
     *
     * @return whether it was heard
     */
    boolean cleared(List<Member> members);
}
