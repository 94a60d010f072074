package dev.laurel.crm.consent;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What members said. */
public interface Consents {

    /** The word of each of these members. */
    Map<String, Consent> of(String program, Collection<String> members);

    /**
     * Takes in what is new, within the caller's transaction, and notes for all connections whose
     * word changed. What is older than what is known changes nothing.
     *
     * @param news in the order of their marks per member
     */
    void tell(List<ConsentNews> news);
}
