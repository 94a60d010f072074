package dev.laurel.crm.inbound;

import java.util.Map;

/**
 * A contact as the CRM has it.
 *
 * @param id the CRM's
 * @param values by the vendor's field; {@code ""} for nothing
 */
public record ContactState(String id, Map<String, String> values) {

    String value(String field) {
        return values.getOrDefault(field, "");
    }
}
