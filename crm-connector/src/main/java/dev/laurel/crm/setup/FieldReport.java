package dev.laurel.crm.setup;

/**
 * How a field is.
 *
 * @param field the vendor's name
 * @param detail what it is in the CRM, or what is wrong with it
 */
public record FieldReport(String field, State state, String detail) {

    /** Whether the field can be written to. */
    public enum State {
        PRESENT,
        CREATED,
        MISSING,
        /** It is there, and something else than what is needed: nothing is changed about it. */
        DIFFERENT
    }
}
