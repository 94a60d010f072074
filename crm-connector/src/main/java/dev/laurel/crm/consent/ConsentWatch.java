package dev.laurel.crm.consent;

import dev.laurel.crm.profiles.Member;
import java.util.Collection;

/** Told of members whose word changed, within the transaction that changes it. */
@FunctionalInterface
public interface ConsentWatch {

    /**
     * Called once per batch.
     *
     * @param urgent whether something is to be taken away
     */
    void changed(Collection<Member> members, boolean urgent);
}
