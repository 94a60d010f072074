package dev.laurel.rules.programs;

/**
 * How the present definition of a mechanic came to be.
 *
 * @param changed the version that changed it last
 * @param choice what becomes of progress from before that
 * @param restarted the last version that let it begin anew, 0 for none
 */
public record Revision(int changed, Choice choice, int restarted) {}
