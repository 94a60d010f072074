package dev.laurel.members.registry;

/**
 * One thing that is wrong with what a caller says.
 *
 * @param pointer where: a JSON Pointer
 * @param message a sentence with the offending value
 * @param expected what would have been right
 */
public record Fault(String pointer, String message, String expected) {}
