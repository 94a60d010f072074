package dev.laurel.engine.events;

/**
 * An event's identity within its program.
 *
 * @param source who made the event
 * @param id unique within the source
 */
public record EventKey(String source, String id) {}
