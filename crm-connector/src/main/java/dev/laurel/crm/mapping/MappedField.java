package dev.laurel.crm.mapping;

/**
 * A value and where it goes.
 *
 * @param target the vendor's name of the field
 */
public record MappedField(MemberField field, String target) {}
