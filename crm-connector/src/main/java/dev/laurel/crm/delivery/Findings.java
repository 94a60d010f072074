package dev.laurel.crm.delivery;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What came of looking for members' contacts. Of one thread. */
final class Findings {

    /** Contacts by member. */
    final Map<String, String> found = new LinkedHashMap<>();

    /** Why a member has none. */
    final Map<String, String> reasons = new HashMap<>();

    /** Members of whom the CRM has neither the id nor the e-mail address. */
    final Set<String> absent = new LinkedHashSet<>();

    /** Gives a member a contact, unless it is another one's here. */
    void found(String member, String contact) {
        if (found.containsValue(contact)) {
            reasons.put(member, "The contact is linked to another member.");
        } else {
            found.put(member, contact);
        }
    }

    void add(Findings others) {
        others.found.forEach(this::found);
        reasons.putAll(others.reasons);
    }
}
