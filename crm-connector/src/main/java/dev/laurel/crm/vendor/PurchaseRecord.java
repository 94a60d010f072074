package dev.laurel.crm.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A purchase as the CRM has it: what was sold, in its words.
 *
 * @param contacts the contacts that it is of, by their ids
 * @param modified when it was changed last
 * @param at when it was made
 * @param values by the vendor's field; {@code ""} for nothing
 */
public record PurchaseRecord(
        String id,
        List<String> contacts,
        Instant modified,
        Instant at,
        Map<String, String> values) {}
