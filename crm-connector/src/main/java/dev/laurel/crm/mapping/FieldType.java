package dev.laurel.crm.mapping;

/** What a value is, in the words of no vendor. */
public enum FieldType {
    /** A whole number of up to 18 digits. */
    INTEGER,
    /** Up to {@link #MAX_TEXT} characters. */
    TEXT,
    /** An instant, written as ISO 8601 in UTC with milliseconds. */
    INSTANT,
    /** {@code true} or {@code false}. */
    BOOLEAN;

    /** What fits into a text field of each of the CRMs. */
    public static final int MAX_TEXT = 255;
}
