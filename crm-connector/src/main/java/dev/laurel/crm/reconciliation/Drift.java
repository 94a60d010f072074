package dev.laurel.crm.reconciliation;

import java.time.Instant;

/**
 * A field that is another than it is to be, as it was last seen.
 *
 * @param contact the CRM's id
 * @param field the vendor's name, {@code ""} when the contact is gone
 * @param since when a reconciliation first saw that
 * @param repairing whether everything is to be written again
 */
public record Drift(
        String member,
        String contact,
        String field,
        String expected,
        String found,
        Instant since,
        boolean repairing) {}
