package dev.laurel.crm.connections;

/**
 * A connection of a program.
 *
 * @param program the program
 * @param name what the program calls it
 */
public record ConnectionId(String program, String name) {}
