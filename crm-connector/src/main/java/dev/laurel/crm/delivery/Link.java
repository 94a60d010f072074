package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member in a CRM.
 *
 * @param contact the contact's id, {@code null} while there is none
 * @param known what the CRM has acknowledged, by field
 * @param doubtful whether something was sent after that, of which nobody knows whether it arrived:
 *     then everything has to be sent
 * @param written whether a contact, this one or another, may have something that was sent
 * @param retryAt when to look for a contact again that was not found, {@code null} when it was
 */
public record Link(
        @Nullable String contact,
        Map<String, String> known,
        boolean doubtful,
        boolean written,
        @Nullable Instant retryAt) {

    public static final Link NONE = new Link(null, Map.of(), true, false, null);

    public Link {
        known = Map.copyOf(known);
    }

    boolean isSettled() {
        return contact != null && !doubtful;
    }
}
