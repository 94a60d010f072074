package dev.laurel.crm.vendor;

import dev.laurel.crm.mapping.FieldType;

/**
 * A field as it has to be.
 *
 * @param name the vendor's
 * @param label what people see
 * @param unique whether no two contacts may have the same value
 */
public record FieldSpec(String name, String label, FieldType type, boolean unique) {}
