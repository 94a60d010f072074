package dev.laurel.crm.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where it is kept how members can be reached. */
public interface ContactBook {

    /** Of those members, the known ones; nothing at all when it can't be asked right now. */
    Optional<Map<String, Reach>> find(String program, Collection<String> members);

    /**
     * How a member can be found in a CRM. Never kept and never printed.
     *
     * @param crmIds the member's id in each CRM, by the name of a connection or the kind of CRM
     */
    record Reach(@Nullable String email, Map<String, String> crmIds) {

        @Override
        public String toString() {
            return "Reach[" + (email == null ? "no e-mail" : "e-mail") + "]";
        }
    }
}
