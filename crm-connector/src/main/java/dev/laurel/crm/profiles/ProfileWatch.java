package dev.laurel.crm.profiles;

import java.util.Collection;

/** Told of members whose profiles changed, within the transaction that changes them. */
@FunctionalInterface
public interface ProfileWatch {

    /**
     * Called once per batch.
     *
     * @param part what of them
     * @param members each once, in order
     */
    void changed(Part<?> part, Collection<Member> members);
}
