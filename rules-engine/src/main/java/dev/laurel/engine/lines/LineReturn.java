package dev.laurel.engine.lines;

/** What a return says of one line. */
public sealed interface LineReturn {

    /** The line's id. */
    String id();

    /** All of it goes back. */
    record All(String id) implements LineReturn {}

    /**
     * So much of its quantity goes back.
     *
     * @param much in millionths, above 0
     */
    record Quantity(String id, long much) implements LineReturn {}

    /**
     * So much of what it is worth goes back.
     *
     * @param much in millionths, above 0
     */
    record Amount(String id, long much) implements LineReturn {}
}
