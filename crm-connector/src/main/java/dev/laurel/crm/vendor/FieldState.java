package dev.laurel.crm.vendor;

/**
 * How a field is that is there.
 *
 * @param fits whether it can hold what is to be written
 * @param description what it is, in the vendor's words
 */
public record FieldState(boolean fits, String description) {}
