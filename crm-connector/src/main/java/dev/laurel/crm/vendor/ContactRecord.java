package dev.laurel.crm.vendor;

import java.util.Map;

/**
 * A contact as the CRM has it.
 *
 * @param values by the vendor's field; {@code ""} for nothing
 */
public record ContactRecord(String id, Map<String, String> values) {}
