package dev.laurel.crm.mapping;

/**
 * A value on its way into a field.
 *
 * @param target the vendor's name of the field
 * @param text {@code ""} to clear it
 */
public record FieldValue(String target, FieldType type, String text) {}
