package dev.laurel.rules.programs;

import java.time.Instant;
import java.util.Map;

/**
 * The one document of a program that is being worked on. It may be invalid: it is only stored.
 *
 * @param program the program
 * @param document the document's tree, in the order in which it was written
 * @param tag another one for every other content
 * @param changedAt when it was last changed
 */
public record Draft(String program, Map<String, Object> document, String tag, Instant changedAt) {}
